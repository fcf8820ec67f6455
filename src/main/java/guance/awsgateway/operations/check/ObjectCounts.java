package guance.awsgateway.operations.check;

import guance.awsgateway.delivery.Dql;
import guance.awsgateway.delivery.FailedInquiryException;
import guance.awsgateway.delivery.Inquiry;
import guance.awsgateway.inventory.ChosenApis;
import guance.awsgateway.inventory.Half;
import guance.awsgateway.inventory.Inventories;
import guance.awsgateway.target.AwsAdvice;
import guance.awsgateway.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How many APIs Guance holds of each target, against how many AWS lists. */
record ObjectCounts(Inquiry inquiry, Inventories inventories, ChosenApis apis) {

    private static final String CALL = "objects aws_gateway";

    /** No name has to be quoted where the answer is grouped by it. */
    private static final Dql QUERY =
            new Dql(
                    "CO::`aws_gateway`:(count_distinct(`name`) AS `n`)"
                            + " BY `account_name`, `region_id`",
                    Optional.empty());

    List<Finding> findings(List<Target> targets) {
        try {
            List<Map<String, Object>> rows = inquiry.query(List.of(QUERY)).get(0);
            return targets.stream().map(target -> compared(target, held(target, rows))).toList();
        } catch (FailedInquiryException e) {
            return List.of(Finding.failed(ReceiverCheck.GUANCE, CALL, e.getMessage()));
        }
    }

    private static long held(Target target, List<Map<String, Object>> rows) {
        return rows.stream()
                .filter(row -> target.account().name().equals(row.get("account_name")))
                .filter(row -> target.region().equals(row.get("region_id")))
                .filter(row -> row.get("n") instanceof Number)
                .mapToLong(row -> ((Number) row.get("n")).longValue())
                .sum();
    }

    private Finding compared(Target target, long held) {
        try {
            int listed = 0;
            for (Half half : inventories.halves()) {
                listed += apis.chosen(inventories.list(target.id(), half)).size();
            }
            String words = "%s in Guance, %s at AWS".formatted(held, listed);
            if (held < listed) {
                return failed(target, words + "; run --once first, and look into its errors");
            }
            return Finding.ok(
                    target.text(),
                    CALL,
                    held > listed ? words + "; those of deleted APIs stay for a while" : words);
        } catch (RuntimeException e) {
            return failed(target, AwsAdvice.sentence(e));
        }
    }

    private static Finding failed(Target target, String words) {
        return Finding.failed(target.text(), CALL, words);
    }
}

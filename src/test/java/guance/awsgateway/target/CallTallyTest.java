package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.target.CallTally.Service;
import guance.awsgateway.target.CallTally.Taken;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CallTallyTest {

    private final CallTally tally = new CallTally();

    private static Taken taken(Map<String, Integer> calls, int throttles) {
        return new Taken(new TreeMap<>(calls), throttles);
    }

    @Test
    void whatIsTakenIsCountedOnceAndTheOtherServiceAndTargetWait() {
        tally.answered("shop", Service.API_GATEWAY, "GetApis");
        tally.answered("shop", Service.API_GATEWAY, "GetApis");
        tally.answered("shop", Service.CLOUDWATCH, "ListMetrics");
        tally.throttled("shop", Service.CLOUDWATCH);
        tally.throttled("shop", Service.API_GATEWAY);
        tally.throttled("blog", Service.CLOUDWATCH);

        Taken objects = tally.take("shop", service -> service == Service.API_GATEWAY);
        Taken rest = tally.take("shop", service -> true);
        Taken again = tally.take("shop", service -> true);

        assertThat(objects).isEqualTo(taken(Map.of("GetApis", 2), 1));
        assertThat(rest).as("routes count the calls of CloudWatch").isEqualTo(taken(Map.of(), 1));
        assertThat(again).isEqualTo(taken(Map.of(), 0));
        assertThat(tally.take("blog", service -> true)).isEqualTo(taken(Map.of(), 1));
    }
}

package guance.awsgateway.operations.check;

import guance.awsgateway.delivery.FailedInquiryException;
import guance.awsgateway.delivery.Inquiry;
import guance.awsgateway.delivery.Workspace;
import guance.awsgateway.settings.Receiver;
import java.util.List;
import java.util.concurrent.Callable;

/** Asks the receiver whether it knows us; writes nothing. */
record ReceiverCheck(Inquiry inquiry, Receiver receiver) {

    static final String GUANCE = "Guance";

    List<Callable<List<Finding>>> calls() {
        return switch (receiver) {
            case DATAWAY -> List.of(() -> List.of(token()), () -> List.of(workspace(inquiry)));
            case DATAKIT -> List.of(() -> List.of(ping()));
        };
    }

    private Finding token() {
        try {
            inquiry.checkToken();
            return Finding.ok(GUANCE, "check token", "the Dataway knows the token");
        } catch (FailedInquiryException e) {
            return Finding.failed(GUANCE, "check token", e.getMessage());
        }
    }

    private Finding ping() {
        try {
            return Finding.ok(GUANCE, "ping", "DataKit " + inquiry.ping());
        } catch (FailedInquiryException e) {
            return Finding.failed(GUANCE, "ping", e.getMessage());
        }
    }

    /** A Dataway that does not tell its workspace takes points all the same. */
    static Finding workspace(Inquiry inquiry) {
        try {
            Workspace found = inquiry.workspace();
            String words =
                    "%s, plan %s, billing %s".formatted(found.id(), found.plan(), found.billing());
            return found.overUsage()
                    ? Finding.failed(
                            GUANCE,
                            "workspace",
                            words + ": its quota is used up, and points are refused; raise it")
                    : Finding.ok(GUANCE, "workspace", words);
        } catch (FailedInquiryException e) {
            return Finding.note(GUANCE, "workspace", "not told: " + e.getMessage());
        }
    }
}

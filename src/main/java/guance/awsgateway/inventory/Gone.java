package guance.awsgateway.inventory;

import guance.awsgateway.target.AwsAdvice;
import java.util.function.Supplier;

/** An API can be deleted between its listing and a question about it: no reason to fail. */
final class Gone {

    private Gone() {}

    /**
     * @return the answer, or {@code none} where AWS does not find what was asked about
     */
    static <T> T orElse(T none, Supplier<T> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            if (AwsAdvice.isNotFound(e)) {
                return none;
            }
            throw e;
        }
    }
}

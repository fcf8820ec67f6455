package guance.awsgateway.standin;

/** The second part of an ARN. */
final class Partition {
    private Partition() {}

    static String of(String region) {
        if (region.startsWith("cn-")) {
            return "aws-cn";
        }
        return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}

package guance.awsgateway.standin;

/**
 * Who signed a request.
 *
 * @param arn of the user, or of the session of an assumed role
 */
record Caller(Account account, String arn) {

    /** The sentence with which AWS refuses. Source: IAM user guide, "access denied errors". */
    String denial(String action, String resource) {
        String on = resource.isEmpty() ? "" : " on resource: " + resource;
        return String.format(
                "User: %s is not authorized to perform: %s%s because no identity-based policy"
                        + " allows the %s action",
                arn, action, on, action);
    }
}

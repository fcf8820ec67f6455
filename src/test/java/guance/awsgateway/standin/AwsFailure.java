package guance.awsgateway.standin;

/**
 * What can happen to any call. Sources: "Common errors" of each service's API reference, and what
 * the SDK shows of real answers (facts.md).
 */
enum AwsFailure {
    THROTTLED(400, "ThrottlingException", "Throttling", "Rate exceeded"),
    DENIED(403, "AccessDeniedException", "AccessDenied", null),
    UNKNOWN_KEY(
            403,
            "UnrecognizedClientException",
            "InvalidClientTokenId",
            "The security token included in the request is invalid."),
    EXPIRED(
            403,
            "ExpiredTokenException",
            "ExpiredToken",
            "The security token included in the request is expired"),
    INTERNAL(500, "InternalServiceFault", "InternalServiceError", "Internal server error");

    private final int status;
    private final String shape;
    private final String code;
    private final String message;

    AwsFailure(int status, String shape, String code, String message) {
        this.status = status;
        this.shape = shape;
        this.code = code;
        this.message = message;
    }

    /**
     * @param denial AWS's sentence for DENIED
     */
    AwsError error(String denial) {
        return new AwsError(status, shape, code, this == DENIED ? denial : message);
    }
}

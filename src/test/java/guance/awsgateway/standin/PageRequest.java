package guance.awsgateway.standin;

/**
 * @param size at least 1
 * @param token of an earlier page, null on the first
 * @param odd see {@link PageSizes}
 */
public record PageRequest(int size, String token, boolean odd) {}

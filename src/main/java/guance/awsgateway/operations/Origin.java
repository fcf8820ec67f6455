package guance.awsgateway.operations;

/**
 * Which collector it is.
 *
 * @param instance the same over restarts, and no other collector's
 * @param version as the jar's manifest has it
 */
public record Origin(String instance, String version) {}

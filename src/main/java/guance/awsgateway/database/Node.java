package guance.awsgateway.database;

/**
 * A collector among those that share a database.
 *
 * @param name the same over restarts, for people
 * @param process of this process alone
 */
public record Node(String name, String process) {}

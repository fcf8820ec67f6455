package guance.awsgateway.settings;

/** How log lines are written. */
public enum LogFormat {
    TEXT,
    JSON
}

package guance.awsgateway.target;

import guance.awsgateway.settings.AccountSettings;

/** One account in one region: the unit of scheduling, isolation and JMX. */
public record Target(String id, AccountSettings account, String region) {

    /** The name for people, {@code <account>/<region>}. */
    public String text() {
        return account.name() + "/" + region;
    }
}

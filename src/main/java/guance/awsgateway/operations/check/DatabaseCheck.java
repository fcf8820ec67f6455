package guance.awsgateway.operations.check;

import guance.awsgateway.database.Database;
import guance.awsgateway.settings.StateSettings;
import java.util.List;

/** Whether the database that several nodes share can be used; nothing where there is none. */
record DatabaseCheck(StateSettings settings) {

    private static final String HERE = "this machine";
    private static final String SETTING = "state.jdbc.url";

    List<Finding> findings() {
        return settings.jdbcUrl().map(this::finding).stream().toList();
    }

    private Finding finding(String url) {
        try {
            Database.check(settings);
            return Finding.ok(HERE, SETTING, url + " answers, and has the tables");
        } catch (IllegalStateException e) {
            return Finding.failed(HERE, SETTING, e.getMessage());
        }
    }
}

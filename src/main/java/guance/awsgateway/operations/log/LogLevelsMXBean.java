package guance.awsgateway.operations.log;

import java.util.SortedMap;

/** The levels of the loggers, to be read and changed by JMX while the process runs. */
public interface LogLevelsMXBean {

    /** Of the loggers that have one of their own; all others have that of the nearest above. */
    SortedMap<String, String> getLevels();

    /**
     * Until the process ends.
     *
     * @param logger such as {@code guance.awsgateway.delivery}; {@code ROOT} for all without one of
     *     their own
     * @param level one of TRACE, DEBUG, INFO, WARN, ERROR, OFF; empty for that of the nearest above
     * @throws IllegalArgumentException for another level, and for one at which a logger would show
     *     the token
     */
    void changeLevel(String logger, String level);
}

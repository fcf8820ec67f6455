package guance.awsgateway.operations.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import guance.awsgateway.database.LostConnection;

/**
 * Leaves out what Quartz logs again and again, with stack traces, while its database is away: that
 * is told in one line as it goes, and in one as it is back. Everything else of Quartz passes; at
 * DEBUG, all.
 */
public final class QuietSchedules extends Filter<ILoggingEvent> {

    private static final String QUARTZ = "org.quartz.";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        boolean hides =
                event.getLoggerName().startsWith(QUARTZ)
                        && event.getThrowableProxy() instanceof ThrowableProxy failure
                        && LostConnection.is(failure.getThrowable())
                        && !showsAll();
        return hides ? FilterReply.DENY : FilterReply.NEUTRAL;
    }

    /** A logger of its own would be asked for while logging is being set up. */
    private boolean showsAll() {
        return getContext() instanceof LoggerContext context
                && context.getLogger(QuietSchedules.class).isDebugEnabled();
    }
}

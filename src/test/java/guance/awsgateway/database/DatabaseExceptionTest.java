package guance.awsgateway.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an error of the database tells its user to do. */
class DatabaseExceptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    08006 | does not answer: it said so; it goes on by itself once it does
                    57P01 | does not answer: it said so; it goes on by itself once it does
                    25006 | only reads: it said so; name its primary in the URL
                    28P01 | lets nobody in: it said so; mend state.jdbc.user and
                    42P01 | lacks a table: it said so; make it by psql
                    42501 | refuses: it said so; grant that to state.jdbc.user
                    53100 | is full: it said so; make room there
                    53300 | refuses: it said so (SQLSTATE 53300 of PostgreSQL's appendix A); it goes on
                    """)
    void whatToDoDependsOnWhatTheDatabaseSays(String state, String text) {
        SQLException refusal = new SQLException("it said so", state);

        assertThat(new DatabaseException(refusal))
                .hasMessageStartingWith("the database of state.jdbc.url " + text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    53300 | does not answer: too many clients; it goes on by itself once it does
                    28P01 | lets nobody in: too many clients; mend
                    """)
    void aPoolThatHasNoConnectionInTimeSaysWhy(String state, String text) {
        SQLException why = new SQLException("too many clients", state);

        assertThat(new DatabaseException(new SQLTransientConnectionException("timed out", why)))
                .hasMessageStartingWith("the database of state.jdbc.url " + text);
    }

    @Test
    void whatIsNoAnswerOfADatabaseIsTakenForNone() {
        assertThat(new DatabaseException(new IllegalStateException("closed")))
                .hasMessageContaining("does not answer: closed;");
    }
}

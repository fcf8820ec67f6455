package guance.awsgateway.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single values: durations, sizes, crons, addresses, tokens. */
class ValuesTableTest {

    @ParameterizedTest
    @CsvSource({"0s,PT0S", "90s,PT1M30S", "5m,PT5M", "1h,PT1H", "7d,PT168H"})
    void aDurationHasAUnit(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "5 m", "1.5h", "PT5M", "5M", "-1s", "1h30m", "9999999999s"})
    void anythingElseIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(WrongValue.class);
    }

    @ParameterizedTest
    @CsvSource({"1B,1", "512KiB,524288", "1MiB,1048576", "3GiB,3221225472"})
    void aSizeHasAUnit(String text, long bytes) {
        assertThat(Sizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "*/5 * * * *       | Quartz wants 0 0/5 * * * ?",
                "0 8 * * 1-5       | Quartz wants 0 0 8 ? * MON-FRI",
                "30 */6 * * 0      | Quartz wants 0 30 0/6 ? * SUN",
                "0 0 1 * *         | Quartz wants 0 0 0 1 * ?",
                "0 0 1 * 1         | one of day-of-month and day-of-week as ?",
                "0 */15 * * * *    | must be ?; write 0 */15 * * * ?",
                "0 0 12 * * MON    | must be ?; write 0 0 12 ? * MON",
                "0 0 12 1 * MON    | one of day-of-month and day-of-week must be ?",
                "0 0 12 ? * ?      | only one of day-of-month and day-of-week may be ?",
                "0 99 * * * ?      | not a Quartz cron: ",
                "0 61 * * * ?      | not a Quartz cron: ",
                "every minute      | it has six fields"
            })
    void aCronThatQuartzDoesNotReadGetsARemedy(String cron, String advice) {
        assertThatThrownBy(() -> Crons.parse(cron))
                .isInstanceOf(WrongValue.class)
                .hasMessageContaining(advice);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "https://openway.example     | https://openway.example",
                "HTTPS://openway.example/    | https://openway.example",
                "http://localhost:9529//     | http://localhost:9529",
                "https://proxy.example/a/b/  | https://proxy.example/a/b",
                "http://[::1]:9529           | http://[::1]:9529"
            })
    void anAddressLosesItsTrailingSlashOnly(String text, String url) {
        assertThat(ReceiverUrl.parse(text)).hasToString(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "openway.example",
                "localhost:9529",
                "https://",
                "https:/openway.example",
                "https://a b",
                "https://under_score.example",
                "https://openway.example:99999",
                "https://openway.example?token=x",
                "https://openway.example#x",
                "https://user@openway.example",
                "https://openway.example/v1/write/metric"
            })
    void otherAddressesAreRefused(String text) {
        assertThatThrownBy(() -> ReceiverUrl.parse(text)).isInstanceOf(WrongValue.class);
    }

    @ParameterizedTest
    @CsvSource({
        "tkn_0123, '4 characters after tkn_, not 32'",
        "abc, 3 characters that do not begin with tkn_",
        "tkn_0123456789abcdef0123456789abcde!, after tkn_ not only letters and digits"
    })
    void anOddTokenIsDescribedByItsShape(String token, String shape) {
        assertThat(Tokens.oddity(token)).contains(shape);
    }
}

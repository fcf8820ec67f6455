package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    /**
     * Fingerprints are sums: 3 is a point of two metrics, 1 the older and 2 the newer of them. What
     * was handed over stands first, then what the answer has of its metrics and of others, then
     * whether that is all that was handed over.
     */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a minute without data,               0, 0, 0, true,  NOTHING",
        "a minute never sent,                 0, 0, 3, true,  NEW_PARTS",
        "sent as it is now,                   3, 3, 0, true,  NOTHING",
        "changed since it was sent,           7, 3, 0, true,  CHANGED_POINT",
        "a new metric beside what was sent,   1, 1, 2, true,  NEW_PARTS",
        "the same and changed,                7, 1, 2, true,  CHANGED_POINT",
        "read back beside what was sent,      1, 0, 2, false, NEW_PARTS",
        "read back a second time,             3, 2, 0, false, NOTHING",
        "read back where there was no other,  0, 0, 2, true,  NEW_PARTS",
        "no data any more,                    3, 0, 0, true,  NOTHING"
    })
    void whatIsHandedOverOfAPoint(
            String what,
            long before,
            long old,
            long fresh,
            boolean compared,
            Freshness.Share share) {
        assertThat(Freshness.share(before, old, fresh, compared)).isEqualTo(share);
    }
}

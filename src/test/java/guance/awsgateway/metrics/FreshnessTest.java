package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshnessTest {

    /** Fingerprints are sums: 3 is a point of two metrics, 1 the older and 2 the newer of them. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "a minute without data,                  0, 0, 0, true,  NOTHING",
        "a minute never sent,                    0, 3, 3, true,  POINT",
        "a minute never sent that settles,       0, 3, 3, false, POINT",
        "sent as it is now,                      3, 3, 3, true,  NOTHING",
        "sent as it is now and settles,          3, 3, 3, false, NOTHING",
        "changed since it was sent,              7, 3, 3, true,  CHANGED_POINT",
        "changed while it settles,               7, 3, 3, false, CHANGED_POINT",
        "of a new metric alone while it settles, 0, 2, 0, false, NOTHING",
        "of a new metric alone,                  0, 2, 0, true,  POINT",
        "a new metric beside what was sent,      1, 3, 1, true,  NEW_PARTS",
        "the same while it settles,              1, 3, 1, false, NOTHING",
        "read back beside what was sent,         1, 2, 0, true,  NEW_PARTS",
        "sent with its new metric,               3, 3, 1, false, NOTHING",
        "no data any more,                       3, 0, 0, true,  NOTHING"
    })
    void whatIsHandedOverOfAPoint(
            String what, long before, long all, long old, boolean asked, Freshness.Share share) {
        assertThat(Freshness.share(before, all, old, asked)).isEqualTo(share);
    }
}

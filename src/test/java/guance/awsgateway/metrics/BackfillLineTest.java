package guance.awsgateway.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackfillLineTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");

    @Test
    void theEndIsReckonedFromThePaceSoFar() {
        assertThat(Backfill.end(NOON, NOON.plusSeconds(60), 0.25)).contains(NOON.plusSeconds(240));
        assertThat(Backfill.end(NOON, NOON.plusSeconds(60), 1)).contains(NOON.plusSeconds(60));
        assertThat(Backfill.end(NOON, NOON.plusSeconds(60), 0)).isEmpty();
    }

    @Test
    void theLineIsTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        try {
            assertThat(
                            new Backfill(
                                            "shop-eu-west-1",
                                            MIDNIGHT,
                                            NOON,
                                            0.999,
                                            12,
                                            Optional.of(NOON.plusSeconds(61)))
                                    .text())
                    .isEqualTo(
                            "gaps in [2026-11-24T00:00:00Z, 2026-11-24T12:00:00Z) are being filled:"
                                    + " 99% done, 12 windows left, until about"
                                    + " 2026-11-24T12:01:01Z");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void nothingDoneHasNoEnd() {
        assertThat(new Backfill("x", MIDNIGHT, NOON, 0, 1, Optional.empty()).text())
                .endsWith(": 0% done, 1 window left");
    }
}

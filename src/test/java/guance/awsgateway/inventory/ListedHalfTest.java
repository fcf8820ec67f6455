package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ListedHalfTest {
    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOON.plus(Duration.ofMinutes(15));
    private static final Api ORDERS = Apis.rest("r0", "orders");
    private static final Api CAT = Apis.http("h0", "cat");

    private final ListedHalf before = ListedHalf.NONE.then(List.of(ORDERS, CAT), NOON);

    @Test
    void whatAListingHasIsKeptWithoutDetails() {
        assertThat(before)
                .isEqualTo(
                        new ListedHalf(
                                NOON,
                                List.of(ORDERS.withoutDetails(), CAT.withoutDetails()),
                                List.of()));
    }

    @Test
    void whatAListingMissesHasVanishedForThreeHours() {
        ListedHalf after = before.then(List.of(CAT), LATER);

        VanishedApi orders = new VanishedApi(ORDERS.withoutDetails(), LATER);
        assertThat(after.vanished()).containsExactly(orders);
        Instant last = LATER.plus(Duration.ofHours(3));
        assertThat(orders.isJoined(last.minusMillis(1))).isTrue();
        assertThat(orders.isJoined(last)).isFalse();
        assertThat(after.then(List.of(CAT), last.minusMillis(1)).vanished())
                .containsExactly(orders);
        assertThat(after.then(List.of(CAT), last).vanished()).isEmpty();
    }

    @Test
    void theOldNameOfARestApiHasVanishedButNotThatOfAnHttpApi() {
        ListedHalf after =
                before.then(List.of(Apis.rest("r0", "sales"), Apis.http("h0", "dog")), LATER);

        assertThat(after.vanished())
                .containsExactly(new VanishedApi(ORDERS.withoutDetails(), LATER));
    }

    @Test
    void aNameThatOnlyCloudWatchCannotTellApartHasNotVanished() {
        ListedHalf after = before.then(List.of(Apis.rest("r0", "订单orders"), CAT), LATER);

        assertThat(after.vanished()).isEmpty();
    }

    @Test
    void whatComesBackHasNotVanished() {
        ListedHalf gone = before.then(List.of(), LATER);

        assertThat(gone.then(List.of(ORDERS), LATER).vanished())
                .extracting(VanishedApi::api)
                .containsExactly(CAT.withoutDetails());
    }

    @Test
    void whatVanishesAgainIsJoinedFromThenOn() {
        Instant again = LATER.plus(Duration.ofHours(2));

        ListedHalf after =
                before.then(List.of(Apis.rest("r0", "sales")), LATER)
                        .then(List.of(ORDERS), LATER)
                        .then(List.of(Apis.rest("r0", "sales")), again);

        assertThat(after.vanished())
                .extracting(each -> each.api().name(), VanishedApi::since)
                .containsExactly(Tuple.tuple("cat", LATER), Tuple.tuple("orders", again));
    }

    @Test
    void aClockThatWasAheadKeepsNothingLonger() {
        ListedHalf ahead = before.then(List.of(CAT), NOON.plus(Duration.ofDays(365)));

        ListedHalf after = ahead.then(List.of(CAT), LATER);

        assertThat(after.vanished())
                .containsExactly(new VanishedApi(ORDERS.withoutDetails(), LATER));
    }
}

package guance.awsgateway.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import guance.awsgateway.target.AwsAdvice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {
    private record Page(List<String> items, String next) {}

    @Test
    void anEmptyPageGoesOnAndAnEmptyTokenEnds() {
        Map<String, Page> pages =
                Map.of(
                        "first", new Page(List.of(), "a"),
                        "a", new Page(List.of("x", "y"), "b"),
                        "b", new Page(List.of("z"), ""));

        assertThat(all(pages)).containsExactly("x", "y", "z");
    }

    @Test
    void aTokenThatComesAgainEndsItWithAClearMessage() {
        Map<String, Page> pages =
                Map.of(
                        "first", new Page(List.of("x"), "a"),
                        "a", new Page(List.of("y"), "b"),
                        "b", new Page(List.of("z"), "a"));

        Throwable failure = catchThrowable(() -> all(pages));

        assertThat(AwsAdvice.sentence(new RuntimeException(failure)))
                .isEqualTo(
                        "GetApis gave the token of an earlier page again, so its pages have no"
                                + " end; check what answers in place of AWS (AWS_ENDPOINT_URL)");
    }

    private static List<String> all(Map<String, Page> pages) {
        return Pages.all(
                "GetApis",
                token -> pages.get(token == null ? "first" : token),
                Page::items,
                Page::next);
    }
}

package guance.awsgateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Route files beside the shipped ones. */
class ComparisonTest {

    private static final String POST = stamped("# Posts.\n- route:\n    id: post\n", "0.2.0");
    private static final String EDITED = POST.replace("id: post", "id: mine");

    @Test
    void aCopyIsAsShipped() {
        assertThat(compared(POST)).isEqualTo("as shipped");
        assertThat(compared(POST.replace("\n", "\r\n"))).isEqualTo("as shipped");
        assertThat(of(Map.of("post.camel.yaml", POST)).isAllAsShipped()).isTrue();
    }

    @Test
    void anEditIsTold() {
        assertThat(compared(EDITED)).isEqualTo("edited");
        assertThat(of(Map.of("post.camel.yaml", EDITED)).isAllAsShipped()).isFalse();
    }

    @Test
    void anEditThatTookTheStampAwayIsTold() {
        assertThat(compared("# Posts.\n- route:\n    id: mine\n")).isEqualTo("edited");
    }

    @Test
    void aFileOfAnOlderVersionIsTold() {
        String older = stamped("# Posts.\n- route:\n    id: old\n", "0.1.0");

        assertThat(compared(older)).isEqualTo("older, of 0.1.0; this version ships that of 0.2.0");
        assertThat(compared(older.replace("old", "mine")))
                .isEqualTo("older, and edited, of 0.1.0; this version ships that of 0.2.0");
        assertThat(of(Map.of("post.camel.yaml", older)).isMixed()).isTrue();
    }

    @Test
    void aFileOfANewerVersionIsTold() {
        String newer = stamped("# Posts.\n- route:\n    id: new\n", "0.10.0");

        assertThat(compared(newer)).isEqualTo("newer, of 0.10.0; this version ships that of 0.2.0");
    }

    @Test
    void theSummaryNamesWhatIsNotAsShipped() {
        Comparison comparison =
                Comparison.of(
                        files(Map.of("post.camel.yaml", POST, "a.camel.yaml", POST, "b", POST)),
                        files(Map.of("post.camel.yaml", EDITED, "b", POST, "mine.camel.yaml", "")));

        assertThat(comparison.summary())
                .isEqualTo(
                        "1 as shipped; edited: post.camel.yaml; your own: mine.camel.yaml;"
                                + " missing: a.camel.yaml");
        assertThat(comparison.table())
                .isEqualTo(
                        """
                        a.camel.yaml     missing
                        b                as shipped
                        mine.camel.yaml  your own
                        post.camel.yaml  edited""");
        assertThat(comparison.isMixed()).isFalse();
    }

    @Test
    void theDiffShowsWhatWasDoneToTheShippedFile() {
        assertThat(of(Map.of("post.camel.yaml", EDITED, "mine.camel.yaml", "- x\n")).diff())
                .isEqualTo(
                        """
                        --- shipped/post.camel.yaml
                        +++ routes/post.camel.yaml
                        @@ -1,4 +1,4 @@
                         # Posts.
                         %s
                         - route:
                        -    id: post
                        +    id: mine"""
                                .formatted(Stamp.in(POST).orElseThrow()));
    }

    private static String stamped(String text, String version) {
        return Stamp.of(text, version).on(text);
    }

    private static String compared(String there) {
        return of(Map.of("post.camel.yaml", there)).files().get(0).text();
    }

    private static Comparison of(Map<String, String> there) {
        return Comparison.of(files(Map.of("post.camel.yaml", POST)), files(there));
    }

    private static RouteFiles files(Map<String, String> texts) {
        List<RouteFile> files =
                texts.entrySet().stream()
                        .map(each -> new RouteFile(each.getKey(), each.getValue()))
                        .toList();
        return new RouteFiles(files);
    }
}

package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetIdTest {

    /** The digests are the first six hex digits of {@code printf '%s' NAME | sha256sum}. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            textBlock =
                    """
                    shop,shop-eu-west-1
                    AWS,aws-eu-west-1
                    team-7,team-7-eu-west-1
                    My Shop,my-shop-b14e76-eu-west-1
                    shop ,shop-60c5a4-eu-west-1
                    -shop-,shop-9a7f77-eu-west-1
                    a--b,a-b-90827a-eu-west-1
                    生产,76ab7d-eu-west-1
                    生产-a,a-d5bc15-eu-west-1
                    """)
    void anIdIsSafeAndTellsNamesApart(String name, String id) {
        assertThat(TargetId.of(name, "eu-west-1")).isEqualTo(id);
    }

    @Test
    void targetsAreFoundByIdInTheOrderOfTheSettings() {
        Targets targets =
                TestSettings.targets(
                        TestSettings.of(
                                "collector.accounts[0].regions=us-east-1,eu-west-1",
                                "collector.accounts[1].name=生产",
                                "collector.accounts[1].regions=cn-north-1"));

        assertThat(targets.all())
                .extracting(Target::text)
                .containsExactly("shop/us-east-1", "shop/eu-west-1", "生产/cn-north-1");
        assertThat(targets.all()).allMatch(target -> targets.get(target.id()) == target);
        assertThatThrownBy(() -> targets.get("shop"))
                .hasMessageContaining("no target 'shop'")
                .hasMessageContaining("shop-eu-west-1");
    }
}

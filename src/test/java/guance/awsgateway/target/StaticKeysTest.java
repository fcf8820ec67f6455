package guance.awsgateway.target;

import static org.assertj.core.api.Assertions.assertThat;

import guance.awsgateway.settings.AccountSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaticKeysTest {

    private static final AccountSettings CHAIN = account(Optional.empty());
    private static final AccountSettings PROFILE = account(Optional.of("shop"));
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret");

    private static AccountSettings account(Optional<String> profile) {
        return new AccountSettings(
                "shop", List.of("eu-west-1"), profile, Optional.empty(), new TreeMap<>());
    }

    private static Map<String, String> with(Map<String, String> keys, String name) {
        Map<String, String> environment = new HashMap<>(keys);
        environment.put(name, "/run/secrets/value");
        return environment;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"
            })
    void keysHideTheRoleThatAPodHas(String role) {
        Optional<String> told = StaticKeys.hiding(with(KEYS, role), List.of(PROFILE, CHAIN));

        assertThat(told.orElseThrow())
                .contains(role)
                .contains("unset AWS_ACCESS_KEY_ID")
                .doesNotContain("AKIAEXAMPLE")
                .doesNotContain("/run/secrets/value");
    }

    @Test
    void withoutARoleWithoutKeysOrWithProfilesAloneNothingIsHidden() {
        String role = "AWS_WEB_IDENTITY_TOKEN_FILE";

        assertThat(StaticKeys.hiding(KEYS, List.of(CHAIN))).isEmpty();
        assertThat(StaticKeys.hiding(with(Map.of(), role), List.of(CHAIN))).isEmpty();
        assertThat(StaticKeys.hiding(with(KEYS, role), List.of(PROFILE))).isEmpty();
    }
}

package guance.awsgateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import io.kubernetes.client.openapi.models.V1NetworkPolicy;
import io.kubernetes.client.openapi.models.V1PodDisruptionBudget;
import io.kubernetes.client.openapi.models.V1Service;
import io.kubernetes.client.openapi.models.V1ServiceAccount;
import io.kubernetes.client.openapi.models.V1StatefulSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests as a cluster would read them; none has been asked. */
class ManifestsTest {

    private static final Path FOLDER = Path.of("deploy/kubernetes");

    static Stream<Path> manifests() throws IOException {
        return files().filter(file -> !file.endsWith("kustomization.yaml"));
    }

    static Stream<Path> kustomizations() throws IOException {
        return files().filter(file -> file.endsWith("kustomization.yaml"));
    }

    private static Stream<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    private static JsonNode yaml(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("manifests")
    void aManifestHasWhatTheApiKnowsAndNothingElse(Path file) {
        JsonNode manifest = yaml(file);
        JsonElement json = JsonParser.parseString(manifest.toString());

        assertThatCode(() -> validate(manifest.path("kind").textValue(), json))
                .doesNotThrowAnyException();
    }

    private static void validate(String kind, JsonElement json) throws IOException {
        switch (kind) {
            case "NetworkPolicy" -> V1NetworkPolicy.validateJsonElement(json);
            case "PodDisruptionBudget" -> V1PodDisruptionBudget.validateJsonElement(json);
            case "Service" -> V1Service.validateJsonElement(json);
            case "ServiceAccount" -> V1ServiceAccount.validateJsonElement(json);
            case "StatefulSet" -> V1StatefulSet.validateJsonElement(json);
            // Of the Prometheus Operator, whose schema is not among those of Kubernetes.
            case "PodMonitor" -> assertThat(json.getAsJsonObject().has("spec")).isTrue();
            default -> throw new IllegalArgumentException(kind);
        }
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void aKustomizationNamesWhatIsThere(Path file) {
        JsonNode kustomization = yaml(file);
        List<String> named = new ArrayList<>();
        for (String list : List.of("resources", "components")) {
            kustomization.path(list).forEach(one -> named.add(one.textValue()));
        }
        for (JsonNode generator : kustomization.path("configMapGenerator")) {
            generator.path("files").forEach(one -> named.add(one.textValue()));
        }

        assertThat(named).allMatch(one -> Files.exists(file.resolveSibling(one)));
    }

    @ParameterizedTest
    @MethodSource("kustomizations")
    void aPatchMeetsWhatItChanges(Path file) throws IOException {
        for (JsonNode patch : yaml(file).path("patches")) {
            JsonNode target = manifest(patch.path("target").path("kind").textValue());
            for (JsonNode step : new YAMLMapper().readTree(patch.path("patch").textValue())) {
                String path = step.path("path").textValue();
                String known =
                        step.path("op").textValue().equals("add")
                                ? path.substring(0, path.lastIndexOf('/'))
                                : path;

                assertThat(target.at(known).isMissingNode()).as(path).isFalse();
            }
        }
    }

    private static JsonNode manifest(String kind) throws IOException {
        return manifests()
                .map(ManifestsTest::yaml)
                .filter(one -> one.path("kind").textValue().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode pod() throws IOException {
        return manifest("StatefulSet").path("spec").path("template").path("spec");
    }

    @Test
    void theVolumeOfSettingsTakesEveryRoute() throws IOException {
        List<String> taken =
                pod().path("volumes")
                        .get(0)
                        .path("projected")
                        .path("sources")
                        .get(1)
                        .path("configMap")
                        .path("items")
                        .findValuesAsText("key");

        try (Stream<Path> routes = Files.list(Path.of("routes"))) {
            assertThat(taken)
                    .containsExactlyElementsOf(
                            routes.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void severalPodsKeepTheirDatabasesPasswordInAFile() throws IOException {
        List<String> patches = new ArrayList<>();
        for (JsonNode patch : yaml(FOLDER.resolve("cluster/kustomization.yaml")).path("patches")) {
            new YAMLMapper()
                    .readTree(patch.path("patch").textValue())
                    .forEach(step -> patches.add(step.path("value").toString()));
        }

        assertThat(patches)
                .contains(
                        "2",
                        "{\"name\":\"STATE_JDBC_PASSWORD_FILE\",\"value\":"
                                + "\"/run/secrets/guance-aws-gateway-database/password\"}");
        assertThat(manifest("PodDisruptionBudget").at("/spec/maxUnavailable").intValue())
                .isEqualTo(1);
        assertThat(manifest("PodDisruptionBudget").at("/spec/selector"))
                .isEqualTo(manifest("StatefulSet").at("/spec/selector"));
    }

    @Test
    void thePodMayDoNothingThatItNeedNot() throws IOException {
        JsonNode container = pod().path("containers").get(0);

        assertThat(container.path("securityContext"))
                .isEqualTo(
                        new YAMLMapper()
                                .readTree(
                                        "{allowPrivilegeEscalation: false, capabilities: {drop:"
                                                + " [ALL]}, readOnlyRootFilesystem: true}"));
        assertThat(pod().path("securityContext").path("runAsNonRoot").booleanValue()).isTrue();
        assertThat(pod().path("automountServiceAccountToken").booleanValue()).isFalse();
        assertThat(pod().findValuesAsText("subPath")).isEmpty();
    }
}

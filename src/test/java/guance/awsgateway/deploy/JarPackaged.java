package guance.awsgateway.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The jar that the build has packaged, so it runs after that. */
class JarPackaged {

    private static final Path TARGET = Path.of("target");

    private static JarFile jar() throws IOException {
        return new JarFile(TARGET.resolve("guance-aws-gateway.jar").toFile());
    }

    @Test
    void itsManifestSaysNotWhoAndWhatHasBuiltIt() throws IOException {
        try (JarFile jar = jar()) {
            assertThat(jar.getManifest().getMainAttributes().keySet())
                    .extracting(Object::toString)
                    .containsExactlyInAnyOrder(
                            "Manifest-Version",
                            "Class-Path",
                            "Implementation-Title",
                            "Implementation-Version",
                            "Main-Class");
        }
    }

    @Test
    void everyLibraryOfItsClassPathIsBesideIt() throws IOException {
        try (JarFile jar = jar()) {
            String path = jar.getManifest().getMainAttributes().getValue("Class-Path");

            assertThat(path.split(" "))
                    .hasSizeGreaterThan(100)
                    .allSatisfy(library -> assertThat(TARGET.resolve(library)).exists());
        }
    }

    @Test
    void everyEntryHasTheSameTime() throws IOException {
        try (JarFile jar = jar()) {
            assertThat(jar.stream().map(entry -> entry.getTimeLocal()))
                    .containsOnly(LocalDateTime.parse("2026-11-25T00:00:00"));
        }
    }
}

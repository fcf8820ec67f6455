package guance.awsgateway.operations.check;

import guance.awsgateway.disk.OwnersOnly;
import guance.awsgateway.settings.GuanceSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A verification to be kept, in Markdown and without secrets.
 *
 * @param version of the collector
 */
public record Report(Instant time, String version, GuanceSettings guance, Findings findings) {

    /**
     * @throws IOException with what to do
     */
    public void writeTo(Path file) throws IOException {
        try {
            OwnersOnly.write(file, markdown());
        } catch (IOException e) {
            throw new IOException(
                    "the report cannot be written (%s); name a file of a directory that is there"
                            .formatted(e),
                    e);
        }
    }

    private String markdown() {
        return """
        # Verification of guance-aws-gateway

        - time: %s
        - version: %s
        - Dataway: %s

        %s"""
                .formatted(
                        time.truncatedTo(ChronoUnit.SECONDS),
                        version,
                        guance.url(),
                        findings.markdown());
    }
}

package guance.awsgateway.standin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A profile for each account of a world, in a file that the SDK reads instead of the user's. */
final class DemoCredentials {

    private DemoCredentials() {}

    static void use(World world, AwsStandin aws) throws IOException {
        StringBuilder profiles = new StringBuilder();
        for (Account account : world.accounts()) {
            profiles.append("[profile %s]\n".formatted(account.name()))
                    .append("aws_access_key_id=%s\n".formatted(account.accessKey()))
                    .append("aws_secret_access_key=NOT-A-REAL-SECRET\n");
        }
        Path file = Files.createTempFile("demo-config", "");
        file.toFile().deleteOnExit();
        Files.writeString(file, profiles, StandardCharsets.UTF_8);
        System.setProperty("aws.sharedCredentialsFile", file + ".none");
        System.setProperty("aws.configFile", file.toString());
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
    }
}

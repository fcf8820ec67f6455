package guance.awsgateway;

import guance.awsgateway.standin.Account;
import guance.awsgateway.standin.AwsStandin;
import guance.awsgateway.standin.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the SDK of this process reads instead of the user's files. */
final class AwsProfiles {

    static final String SECRET_KEY = "NOT-A-REAL-SECRET-KEY-4d1c";

    private AwsProfiles() {}

    /** A profile an account, by its number, in a file of the folder. */
    static void use(AwsStandin aws, World world, Path folder) throws IOException {
        StringBuilder profiles = new StringBuilder();
        for (Account account : world.accounts()) {
            profiles.append("[profile %s]\n".formatted(account.number()))
                    .append("aws_access_key_id=%s\n".formatted(account.accessKey()))
                    .append("aws_secret_access_key=%s\n".formatted(SECRET_KEY));
        }
        Path file = Files.writeString(folder.resolve("aws-config"), profiles);
        System.setProperty("aws.sharedCredentialsFile", file + ".none");
        System.setProperty("aws.configFile", file.toString());
        System.setProperty("aws.endpointUrl", aws.endpoint().toString());
    }
}

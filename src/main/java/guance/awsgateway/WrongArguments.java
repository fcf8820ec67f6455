package guance.awsgateway;

import guance.awsgateway.settings.Redaction;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Tells what is wrong with the command line, without the secrets that were put there by mistake.
 */
final class WrongArguments {

    private WrongArguments() {}

    static int tell(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(new Redaction(List.of()).of(sentence(wrong)));
        if (!UnmatchedArgumentException.printSuggestions(wrong, err)) {
            command.usage(err);
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** Of arguments that nobody knows, the first without its value: the rest may be its value. */
    private static String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0).split("=", 2)[0];
            return first.startsWith("-")
                    ? "Unknown option: '" + first + "'"
                    : "Unknown argument: '" + first + "'; a setting is given as -Dkey=value";
        }
        return wrong.getMessage();
    }
}

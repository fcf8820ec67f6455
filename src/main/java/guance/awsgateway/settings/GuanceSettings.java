package guance.awsgateway.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the points go, and how.
 *
 * @param url without trailing slash, its path kept
 * @param token for a Dataway, unless there is a token file
 * @param tokenFile for a Dataway; read again when it changes
 * @param caFile PEM
 * @param clientCertificateFile PEM; present with the key file only
 * @param clientKeyFile PEM
 * @param batchPoints the most points in one POST
 * @param batchBytes the most bytes in one POST, before gzip
 */
public record GuanceSettings(
        Receiver receiver,
        URI url,
        Optional<Secret> token,
        Optional<Path> tokenFile,
        Optional<Path> caFile,
        Optional<Path> clientCertificateFile,
        Optional<Path> clientKeyFile,
        Encoding encoding,
        int batchPoints,
        long batchBytes,
        int requestsPerSecond) {

    static GuanceSettings read(Values values) {
        Receiver receiver = receiver(values);
        URI url = ReceiverUrl.read(values, receiver);
        Tokens tokens = Tokens.read(values, receiver);
        return new GuanceSettings(
                receiver,
                url,
                tokens.token(),
                tokens.file(),
                values.optional(Key.GUANCE_CA_FILE, PlainFiles::readable),
                pairedFile(values, Key.GUANCE_CERTIFICATE_FILE, Key.GUANCE_KEY_FILE),
                pairedFile(values, Key.GUANCE_KEY_FILE, Key.GUANCE_CERTIFICATE_FILE),
                encoding(values, receiver),
                values.value(Key.GUANCE_BATCH_POINTS, Numbers.between(1, 1000)),
                values.value(Key.GUANCE_BATCH_BYTES, Sizes.between("1KiB", "1MiB")),
                values.value(Key.GUANCE_REQUESTS, Numbers.between(1, 1000)));
    }

    private static Receiver receiver(Values values) {
        String word = values.value(Key.GUANCE_RECEIVER, Numbers.choice("dataway", "datakit"));
        return word.equals("datakit") ? Receiver.DATAKIT : Receiver.DATAWAY;
    }

    private static Encoding encoding(Values values, Receiver receiver) {
        String word = values.value(Key.GUANCE_ENCODING, Numbers.choice("line-protocol", "json"));
        if (word.equals("json")
                && receiver == Receiver.DATAWAY
                && values.sound(Key.GUANCE_RECEIVER.text())) {
            values.wrong(
                    Key.GUANCE_ENCODING,
                    0,
                    "only a DataKit reads it; write line-protocol, or guance.receiver=datakit");
        }
        return word.equals("json") ? Encoding.JSON : Encoding.LINE_PROTOCOL;
    }

    private static Optional<Path> pairedFile(Values values, Key key, Key other) {
        if (values.given(other.text()).isEmpty()) {
            values.wrong(key, 0, "only counts together with " + other.text() + "; set both");
        }
        return values.optional(key, PlainFiles::readable);
    }
}

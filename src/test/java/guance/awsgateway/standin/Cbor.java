package guance.awsgateway.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** CBOR in and out, as Smithy's RPC v2 has it: a time is tag 1 and seconds since 1970. */
final class Cbor {
    private static final CBORMapper MAPPER = new CBORMapper();
    private static final int EPOCH = 1;

    private Cbor() {}

    /** Writes one body. */
    interface Body {
        void write(CBORGenerator out) throws IOException;
    }

    static JsonNode read(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : MAPPER.readTree(body);
        } catch (IOException e) {
            throw new AwsError(400, "SerializationException", "", e.getMessage());
        }
    }

    static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CBORGenerator out = MAPPER.getFactory().createGenerator(bytes)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static void time(CBORGenerator out, long seconds) throws IOException {
        out.writeTag(EPOCH);
        out.writeNumber(seconds);
    }

    /**
     * @return null where there is none
     */
    static Instant time(JsonNode seconds) {
        return seconds.isNumber()
                ? Instant.ofEpochMilli(Math.round(seconds.asDouble() * 1000))
                : null;
    }
}

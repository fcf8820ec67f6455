package guance.awsgateway.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * A run record as a line of JSON: its members by their names, times and durations in ISO-8601. A
 * member that is unknown is passed over, so an older version reads what a newer one wrote.
 */
final class RunLine {

    private static final ObjectMapper JSON =
            JsonMapper.builder()
                    .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                    .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                    .defaultPropertyInclusion(
                            JsonInclude.Value.construct(
                                    JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                    .addModule(times())
                    .build();

    private RunLine() {}

    static String write(RunRecord record) throws JsonProcessingException {
        return JSON.writeValueAsString(record);
    }

    /** Each with a line break at its end. */
    static String lines(List<RunRecord> records) throws JsonProcessingException {
        StringBuilder lines = new StringBuilder();
        for (RunRecord record : records) {
            lines.append(write(record)).append('\n');
        }
        return lines.toString();
    }

    /**
     * @throws JsonProcessingException or another failure for what is no run record
     */
    static RunRecord read(String line) throws JsonProcessingException {
        return JSON.readValue(line, RunRecord.class);
    }

    private static SimpleModule times() {
        SimpleModule times = new SimpleModule("times");
        times.addSerializer(Instant.class, ToStringSerializer.instance);
        times.addSerializer(Duration.class, ToStringSerializer.instance);
        times.addDeserializer(Instant.class, new Parsed<>(Instant::parse));
        times.addDeserializer(Duration.class, new Parsed<>(Duration::parse));
        return times;
    }

    private static final class Parsed<T> extends JsonDeserializer<T> {

        private final transient Function<String, T> parse;

        Parsed(Function<String, T> parse) {
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return parse.apply(json.getText());
        }
    }
}

package guance.awsgateway.standin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import guance.awsgateway.point.Point;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictLineProtocolTest {

    @Test
    void readsEveryTypeAndEscape() {
        String line = "m\\ 1\\,x,k\\=\\ =a\\\\,b\\c d=1.0E10,i=-3i,t=true,s=\"a\\\"\\\\\n\\n\" -5";

        assertThat(StrictLineProtocol.parse(line.getBytes(UTF_8)))
                .containsExactly(
                        new Point(
                                "m 1,x",
                                Map.of("k= ", "a\\,b\\c"),
                                Map.of("d", 1e10, "i", -3L, "t", true, "s", "a\"\\\n\\n"),
                                -5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            textBlock =
                    """
                    m,a= f=1 1             | value of tag a is empty
                    m,=b f=1 1             | tag key is empty
                    ,a=b f=1 1             | measurement is empty
                    m,a=b,a=c f=1 1        | tag a twice
                    m,a=b  1               | field key
                    m,a=b                  | value of tag a has or ends at an unescaped end
                    m,a=b c f=1 1          | field key has or ends at an unescaped space
                    m,a=b=c f=1 1          | unescaped =
                    m,a,b=c f=1 1          | unescaped ,
                    m,a=b\\ f=1 1          | unescaped =
                    m,a=b\\\\ f=1 1        | unescaped =
                    m,a=b\\,c=d f=1 1      | unescaped =
                    m,a=b^c f=1 1          | unescaped newline
                    m,a=b f=1 1@           | time is not a whole number
                    m,a=b f=1 1@^m f=1 1   | line 1: the time is not a whole number
                    m f=NaN 1              | neither number, boolean nor string
                    m f=+Inf 1             | neither number, boolean nor string
                    m f=1e999 1            | neither number, boolean nor string
                    m f= 1                 | neither number, boolean nor string
                    m f=1 1.5              | time is not a whole number
                    m f=1 99999999999999999999 | time is not a whole number
                    m f=1 9999999999999999999  | past 64 bits
                    m f=1                  | no time
                    m f=1,f=2 1            | field f twice
                    m f=\"a 1              | closing quote
                    m f=\"a\"b 1           | no time behind field f
                    m f=1 1^               | newline behind the last point
                    m f=1 1^^m f=1 1       | line 2: the measurement has or ends at an unescaped newline
                    # m f=1 1              | comment
                    m f=\"a^b\" 1^m f=x 1  | line 3: field f
                    """)
    void refuses(String line, String reason) {
        byte[] body = line.replace('^', '\n').replace('@', '\r').getBytes(UTF_8);

        assertThatThrownBy(() -> StrictLineProtocol.parse(body))
                .isInstanceOf(StrictLineProtocol.Refused.class)
                .hasMessageContaining(reason);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin = "m,a=\u00e9 f=1 1".getBytes(ISO_8859_1);

        assertThatThrownBy(() -> StrictLineProtocol.parse(latin)).hasMessageContaining("not UTF-8");
    }
}

package guance.awsgateway.standin;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers of the query protocol as XML, of STS unless said. Source: STS API reference. */
final class StsXml {
    private static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

    private StsXml() {}

    static AwsAnswer result(String action, String result) {
        return result(NAMESPACE, action, result);
    }

    static AwsAnswer result(String namespace, String action, String result) {
        return answer(
                200,
                String.format(
                        "<%1$sResponse xmlns=\"%2$s\"><%1$sResult>%3$s</%1$sResult>"
                                + "<ResponseMetadata><RequestId>standin</RequestId>"
                                + "</ResponseMetadata></%1$sResponse>",
                        action, namespace, result));
    }

    static AwsAnswer error(AwsError error) {
        return error(NAMESPACE, error);
    }

    static AwsAnswer error(String namespace, AwsError error) {
        String details =
                element("Type", error.status < 500 ? "Sender" : "Receiver")
                        + element("Code", error.code)
                        + element("Message", error.getMessage());
        return answer(
                error.status,
                String.format(
                        "<ErrorResponse xmlns=\"%s\"><Error>%s</Error>"
                                + "<RequestId>standin</RequestId></ErrorResponse>",
                        namespace, details));
    }

    static String element(String name, String text) {
        String escaped = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<" + name + ">" + escaped + "</" + name + ">";
    }

    private static AwsAnswer answer(int status, String xml) {
        return new AwsAnswer(
                status, Map.of("Content-Type", "text/xml"), xml.getBytes(StandardCharsets.UTF_8));
    }
}

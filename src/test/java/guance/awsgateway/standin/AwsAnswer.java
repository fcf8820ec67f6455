package guance.awsgateway.standin;

import java.util.Map;

/**
 * What goes back over the wire.
 *
 * @param status 0: the connection is cut without an answer
 */
record AwsAnswer(int status, Map<String, String> headers, byte[] body) {

    static final AwsAnswer CUT = new AwsAnswer(0, Map.of(), new byte[0]);
}

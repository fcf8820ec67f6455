package guance.awsgateway.delivery;

import java.io.IOException;

/** There is no room for what was to be parked. */
final class ParkingRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    ParkingRefusedException(String message) {
        super(message);
    }
}

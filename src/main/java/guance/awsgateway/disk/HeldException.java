package guance.awsgateway.disk;

import java.io.IOException;

/** A directory is held already; the message says by whom. */
public final class HeldException extends IOException {

    private static final long serialVersionUID = 1;

    HeldException(String holder) {
        super(holder);
    }
}

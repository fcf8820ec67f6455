package guance.awsgateway.operations.page;

import guance.awsgateway.delivery.DeliveryBeans;
import guance.awsgateway.delivery.LetterFolder;
import guance.awsgateway.delivery.Parking;
import java.util.List;

/** The dead letters, whose files are opened only when there are others than before. */
final class Letters {

    private final DeliveryBeans delivery;
    private StatusRow.Letters known;
    private List<LetterRow> rows = List.of();

    Letters(DeliveryBeans delivery) {
        this.delivery = delivery;
    }

    synchronized List<LetterRow> rows() {
        StatusRow.Letters now = counted();
        if (!now.equals(known)) {
            rows = LetterRow.of(delivery.folders().told());
            known = now;
        }
        return rows;
    }

    /** By their number and size alone, which are known without a look at the disk. */
    StatusRow.Letters counted() {
        Parking parked = delivery.outlet().parking();
        LetterFolder rejected = delivery.folders().rejected();
        return new StatusRow.Letters(
                parked.batches(),
                parked.bytes(),
                parked.quota(),
                rejected.files().size(),
                rejected.bytes());
    }
}

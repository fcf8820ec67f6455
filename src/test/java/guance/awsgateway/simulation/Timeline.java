package guance.awsgateway.simulation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** All that goes wrong in one simulation, by its beginning. */
record Timeline(Set<Chaos> kinds, List<Trouble> troubles) {

    Timeline {
        kinds = Set.copyOf(kinds);
        troubles = troubles.stream().sorted(Comparator.comparing(Trouble::from)).toList();
    }

    boolean has(Chaos kind) {
        return kinds.contains(kind);
    }

    Optional<Trouble> now(Chaos kind, Instant time) {
        return troubles.stream().filter(t -> t.kind() == kind && t.isOn(time)).findFirst();
    }

    boolean isOn(Chaos kind, Instant time) {
        return now(kind, time).isPresent();
    }

    @Override
    public String toString() {
        return troubles.stream().map(each -> "  " + each + "\n").collect(Collectors.joining());
    }
}

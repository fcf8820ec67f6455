package guance.awsgateway.simulation;

import java.time.Duration;
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

    /** What began after one step and up to the next. */
    Optional<Trouble> begun(Chaos kind, Instant before, Instant time) {
        return troubles.stream()
                .filter(t -> t.kind() == kind)
                .filter(t -> t.from().isAfter(before) && !t.from().isAfter(time))
                .findFirst();
    }

    Setting setting(Instant time) {
        return now(Chaos.SETTINGS, time)
                .map(trouble -> Setting.valueOf(trouble.detail()))
                .orElse(Setting.EVERYTHING);
    }

    /**
     * @param usual where there is no other
     * @return from one metrics run to the next
     */
    Duration interval(Instant time, Duration usual) {
        return now(Chaos.POLLING, time)
                .map(trouble -> Duration.ofMinutes((long) trouble.measure()))
                .orElse(usual);
    }

    /** Firings lie on the multiples of the interval. */
    Instant next(Instant time, Duration usual) {
        long seconds = interval(time, usual).toSeconds();
        return Instant.ofEpochSecond((time.getEpochSecond() / seconds + 1) * seconds);
    }

    @Override
    public String toString() {
        return troubles.stream().map(each -> "  " + each + "\n").collect(Collectors.joining());
    }
}

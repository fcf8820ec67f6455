package guance.awsgateway.operations;

import java.util.Optional;
import java.util.Set;

/** A collector that shares its targets with no other. */
final class Alone implements Nodes {

    @Override
    public Optional<String> take(RunKey key, boolean recovered) {
        return Optional.empty();
    }

    @Override
    public Optional<String> obstacle(RunKey key) {
        return Optional.empty();
    }

    @Override
    public void end(RunKey key, RunRecord record) {}

    @Override
    public void leave(RunKey key) {}

    @Override
    public Optional<Seen> seen(RunKey key) {
        return Optional.empty();
    }

    @Override
    public Set<RunKey> suspended() {
        return Set.of();
    }

    @Override
    public boolean isHere(RunKey key) {
        return true;
    }

    @Override
    public Optional<String> trouble() {
        return Optional.empty();
    }
}

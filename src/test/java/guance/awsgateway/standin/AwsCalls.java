package guance.awsgateway.standin;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Every call so far, in the order of their answers. */
public final class AwsCalls {
    private final Collection<AwsCall> calls = new ConcurrentLinkedQueue<>();

    void add(AwsCall call) {
        calls.add(call);
    }

    public List<AwsCall> all() {
        return List.copyOf(calls);
    }

    public List<AwsCall> of(String operation) {
        return calls.stream().filter(call -> call.operation().equals(operation)).toList();
    }

    public int count(String operation) {
        return of(operation).size();
    }

    public int count(String operation, String account, String region) {
        return (int)
                of(operation).stream()
                        .filter(call -> call.account().equals(account))
                        .filter(call -> call.region().equals(region))
                        .count();
    }

    public void clear() {
        calls.clear();
    }
}

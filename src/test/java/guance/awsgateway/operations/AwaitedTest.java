package guance.awsgateway.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

class AwaitedTest {

    @Test
    void aStopWaitsForWhatNoThreadHasTakenUpYet() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicInteger told = new AtomicInteger();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        CamelContext camel = new DefaultCamelContext();
        camel.addRoutes(
                new RouteBuilder() {
                    @Override
                    public void configure() {
                        from("direct:run")
                                .wireTap("direct:heartbeat")
                                .executorService(thread)
                                .onPrepare(new Awaited());
                        from("direct:heartbeat")
                                .routeId("heartbeat")
                                .process(exchange -> told.incrementAndGet());
                    }
                });
        camel.start();
        thread.submit(
                () -> {
                    busy.await();
                    return null;
                });
        camel.createProducerTemplate().sendBody("direct:run", "a run");

        CompletableFuture<Void> stop = CompletableFuture.runAsync(camel::stop);
        await().until(camel::isStopping);
        int waiting = camel.getInflightRepository().size("heartbeat");
        busy.countDown();
        stop.join();

        assertThat(waiting).isEqualTo(1);
        assertThat(told).hasValue(1);
        assertThat(camel.getInflightRepository().size("heartbeat")).isZero();
        thread.shutdown();
    }
}

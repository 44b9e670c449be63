package eu.boucle;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The time between a node's saying that it is no longer ready and its door closing, in which whoever leads requests to
 * nodes turns to another: without it a request that is on its way when the door closes is refused.
 */
@Component
final class StopNotice implements SmartLifecycle {

    private final Duration length;
    private volatile boolean running;

    StopNotice(@Value("${boucle.stop-notice}") Duration length) {
        this.length = length;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    /** Everything else is stopped once {@code then} has run. */
    @Override
    public void stop(Runnable then) {
        stop();
        CompletableFuture.delayedExecutor(length.toMillis(), TimeUnit.MILLISECONDS)
                .execute(then);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stopped before all others, above all before the web server takes no more. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}

package eu.boucle.notification;

import eu.boucle.identity.SystemAtWork;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The outbox as Prometheus reads it: {@code boucle_letters{state="waiting|given_up"}} and
 * {@code boucle_letters_delay_seconds}, how long the oldest one waiting has waited.
 */
@Component
class OutboxMetrics implements MeterBinder {

    private final Outbox outbox;
    private final Clock clock;

    OutboxMetrics(Outbox outbox, Clock clock) {
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        letters(registry, "waiting", Outbox.Figures::waiting);
        letters(registry, "given_up", Outbox.Figures::givenUp);
        Gauge.builder(
                        "boucle.letters.delay",
                        this,
                        metrics -> metrics.figure(
                                figures -> figures.delay(clock.instant()).toSeconds()))
                .description("How long the oldest letter waiting has waited")
                .baseUnit("seconds")
                .register(registry);
    }

    private void letters(MeterRegistry registry, String state, ToDoubleFunction<Outbox.Figures> figure) {
        Gauge.builder("boucle.letters", this, metrics -> metrics.figure(figure))
                .description("Letters by state")
                .tag("state", state)
                .register(registry);
    }

    /** Whoever scrapes may be nobody known here. */
    private double figure(ToDoubleFunction<Outbox.Figures> figure) {
        AtomicReference<Outbox.@Nullable Figures> found = new AtomicReference<>();
        SystemAtWork.run(() -> found.set(outbox.figures()));
        Outbox.Figures figures = found.get();
        return figures == null ? Double.NaN : figure.applyAsDouble(figures);
    }
}

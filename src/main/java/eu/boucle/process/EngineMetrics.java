package eu.boucle.process;

import eu.boucle.flow.FlowView;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** The engine's jobs as Prometheus reads them: {@code boucle_jobs{state="waiting|due|stuck"}}. */
@Component
class EngineMetrics implements MeterBinder {

    private final FlowView flow;

    EngineMetrics(FlowView flow) {
        this.flow = flow;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(registry, "waiting", FlowView.Machinery::waiting);
        gauge(registry, "due", FlowView.Machinery::due);
        gauge(registry, "stuck", FlowView.Machinery::stuck);
    }

    private void gauge(MeterRegistry registry, String state, ToDoubleFunction<FlowView.Machinery> figure) {
        Gauge.builder("boucle.jobs", flow, asked -> figure.applyAsDouble(asked.machinery()))
                .description("Steps and timers of the process by state")
                .tag("state", state)
                .register(registry);
    }
}

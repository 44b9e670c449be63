package eu.boucle.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The two health indicators that the engine's starter no longer gives on Boot 4. */
@Configuration(proxyBeanMethods = false)
class EngineHealth {

    /** An executable job older than this means that nobody works. */
    private static final Duration STALE = Duration.ofMinutes(15);

    @Bean
    HealthIndicator processEngineHealthIndicator(ProcessEngine engine) {
        return () -> Health.up().withDetail("name", engine.getName()).build();
    }

    @Bean
    HealthIndicator jobExecutorHealthIndicator(ManagementService jobs, Clock clock) {
        return new AbstractHealthIndicator("the jobs could not be counted") {
            @Override
            protected void doHealthCheck(Health.Builder health) {
                Date stale = Date.from(clock.instant().minus(STALE));
                long late = jobs.createJobQuery()
                        .executable()
                        .duedateLowerThan(stale)
                        .count();
                (late == 0 ? health.up() : health.down()).withDetail("late", late);
            }
        };
    }
}

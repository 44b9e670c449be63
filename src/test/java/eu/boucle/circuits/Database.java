package eu.boucle.circuits;

import eu.boucle.Application;
import eu.boucle.support.FailingDatabase;
import eu.boucle.support.Jobs;
import eu.boucle.support.OnlyWhatIsShipped;
import eu.boucle.support.TestDatabase;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The two databases that every circuit runs on; each with one application, started once and called over HTTP. */
enum Database {
    H2,
    POSTGRESQL;

    private static final Map<Database, ConfigurableApplicationContext> RUNNING = new EnumMap<>(Database.class);

    ConfigurableApplicationContext application() {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(this, Database::start);
        }
    }

    String address() {
        return "http://localhost:"
                + ((WebServerApplicationContext) application()).getWebServer().getPort();
    }

    Jobs jobs() {
        return new Jobs(
                application().getBean(ManagementService.class), application().getBean(Clock.class));
    }

    /** One more application on an empty database of its own; whoever asks for it closes it. */
    ConfigurableApplicationContext another(Map<String, Object> more) {
        return start(this, more);
    }

    private static ConfigurableApplicationContext start(Database database) {
        return start(database, Map.of());
    }

    private static ConfigurableApplicationContext start(Database database, Map<String, Object> more) {
        Map<String, Object> settings =
                new HashMap<>(database == H2 ? TestDatabase.freshH2() : TestDatabase.freshPostgres());
        settings.putAll(more);
        settings.put("server.port", 0);
        settings.put("camunda.bpm.job-execution.enabled", false);
        settings.put("spring.jmx.enabled", false);
        settings.put("boucle.data", "target/test-data");
        return new SpringApplicationBuilder(Application.class)
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("circuit", settings));
                    context.getBeanFactory().registerSingleton("onlyWhatIsShipped", new OnlyWhatIsShipped());
                    context.getBeanFactory().addBeanPostProcessor(new FailingDatabase());
                })
                .run();
    }
}

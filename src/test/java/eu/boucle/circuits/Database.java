package eu.boucle.circuits;

import eu.boucle.support.CountedStatements;
import eu.boucle.support.FailingDatabase;
import eu.boucle.support.TestDatabase;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The two databases that every circuit runs on; each with one application, started once and called over HTTP. */
enum Database implements Place {
    H2,
    POSTGRESQL;

    private static final Map<Database, ConfigurableApplicationContext> RUNNING = new EnumMap<>(Database.class);

    @Override
    public ConfigurableApplicationContext application() {
        synchronized (RUNNING) {
            return RUNNING.computeIfAbsent(this, Database::start);
        }
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
        settings.put("camunda.bpm.job-execution.enabled", false);
        return Place.start(settings, new CountedStatements(), new FailingDatabase());
    }
}

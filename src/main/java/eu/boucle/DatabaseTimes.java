package eu.boucle;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * How long this node waits for PostgreSQL, and PostgreSQL for this node: nobody waits for ever, and a node that hangs
 * holds no lock of another. What the address of the database says for itself stands. H2 has no such words.
 */
@Component
final class DatabaseTimes implements BeanPostProcessor {

    private final Environment settings;

    DatabaseTimes(Environment settings) {
        this.settings = settings;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool
                && pool.getJdbcUrl() != null
                && pool.getJdbcUrl().startsWith("jdbc:postgresql:")) {
            pool.addDataSourceProperty("ApplicationName", "boucle");
            pool.addDataSourceProperty("tcpKeepAlive", "true");
            pool.addDataSourceProperty("connectTimeout", time("connect").toSeconds());
            pool.addDataSourceProperty("socketTimeout", time("socket").toSeconds());
            pool.addDataSourceProperty(
                    "options",
                    "-c statement_timeout=" + time("statement").toMillis()
                            + " -c lock_timeout=" + time("lock").toMillis()
                            + " -c idle_in_transaction_session_timeout="
                            + time("idle-in-transaction").toMillis());
        }
        return bean;
    }

    private Duration time(String name) {
        return Binder.get(settings)
                .bind("boucle.database." + name, Duration.class)
                .get();
    }
}

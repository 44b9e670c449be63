package eu.boucle.support;

import eu.boucle.identity.ProvenActor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets a test look at tables and prepare them without opening a transaction each time: outside of one, statements of a
 * thread that is the system's reach everything. Statements of a request do not, and are refused as when shipped.
 */
final class StatementsOfTests implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool && name.equals("dataSource") ? new Reaching(pool) : bean;
    }

    private static final class Reaching extends DelegatingDataSource {

        private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

        Reaching(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (TransactionSynchronizationManager.isActualTransactionActive() || !systemIsAtWork()) {
                return super.getConnection();
            }
            Connection connection = super.getConnection();
            tell(connection, "*");
            return (Connection) Proxy.newProxyInstance(
                    Connection.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("close")) {
                            tell(connection, "");
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        /** Asked while no connection is held, and never by itself: who is there may stand in a stored session. */
        private static boolean systemIsAtWork() {
            if (ASKING.get()) {
                return false;
            }
            ASKING.set(true);
            try {
                return SecurityContextHolder.getContext().getAuthentication() instanceof ProvenActor known
                        && known.proven() != null
                        && known.proven().isSystem();
            } finally {
                ASKING.remove();
            }
        }

        private static void tell(Connection connection, String reach) throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("select set_config('boucle.reach', '" + reach + "', false)");
            }
        }
    }
}

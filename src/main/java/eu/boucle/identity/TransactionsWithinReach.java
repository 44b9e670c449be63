package eu.boucle.identity;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * The application's transactions, JPA's, JDBC's and the engine's. On PostgreSQL each begins by telling the database how
 * far it reaches, in one statement and for this transaction only; a pool between here and the database keeps nothing of
 * it. Where nobody is known nothing is told, and the row policies refuse.
 */
final class TransactionsWithinReach extends JpaTransactionManager {

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        // Asked first, while no connection is held: who is there may stand in a stored session.
        String reach = Reach.ofThisThread();
        super.doBegin(transaction, definition);
        if (reach.isEmpty()) {
            return;
        }
        try {
            tell(reach);
        } catch (SQLException | RuntimeException e) {
            undo(transaction, definition, e);
            throw new CannotCreateTransactionException("The database was not told how far this transaction reaches", e);
        }
    }

    private void tell(String reach) throws SQLException {
        DataSource source = Objects.requireNonNull(getDataSource());
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            Reach.tell(connection, reach);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private void undo(Object transaction, TransactionDefinition definition, Exception cause) {
        try {
            doRollback(new DefaultTransactionStatus(
                    definition.getName(), transaction, true, false, false, definition.isReadOnly(), false, null));
        } catch (RuntimeException e) {
            cause.addSuppressed(e);
        } finally {
            doCleanupAfterCompletion(transaction);
        }
    }
}

package eu.boucle.identity;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What follows from a fact is the system's work, in the transaction of the person who brought it about: a partner that
 * reports a treatment closes requests of clients whose rows it may not read. The reach of the transaction widens for
 * that work and is what it was afterwards.
 */
@Component
public class WiderReach {

    private final ObjectProvider<DataSource> source;

    WiderReach(ObjectProvider<DataSource> source) {
        this.source = source;
    }

    public void run(Runnable work) {
        String before = Reach.ofThisThread();
        if (before.equals(Reach.EVERYTHING) || !TransactionSynchronizationManager.isActualTransactionActive()) {
            SystemAtWork.run(work);
            return;
        }
        tell(Reach.EVERYTHING);
        try {
            SystemAtWork.run(work);
        } catch (RuntimeException | Error e) {
            try {
                tell(before);
            } catch (DataAccessException afterwards) {
                e.addSuppressed(afterwards);
            }
            throw e;
        }
        tell(before);
    }

    private void tell(String reach) {
        DataSource pool = source.getObject();
        Connection connection = DataSourceUtils.getConnection(pool);
        try {
            Reach.tell(connection, reach);
        } catch (SQLException e) {
            // Not a TransactionException: thrown before a commit, Spring takes that for the commit's own, does not roll
            // back, and the connection never returns to the pool.
            throw new DataAccessResourceFailureException(
                    "The database was not told how far this transaction reaches", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }
}

package eu.boucle.identity;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;
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
            } catch (TransactionSystemException afterwards) {
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
            throw new TransactionSystemException("The database was not told how far this transaction reaches", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, pool);
        }
    }
}

package eu.boucle;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.support.BoucleTestOnPostgres;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

@BoucleTestOnPostgres
class DatabaseWordsTests {

    private static final String HOLD = "select pg_advisory_xact_lock(42)";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void whatSomebodyElseHoldsForTooLongIsToBeAskedForAgain() {
        TransactionTemplate another =
                new TransactionTemplate(Objects.requireNonNull(transactions.getTransactionManager()));
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        transactions.executeWithoutResult(holding -> {
            jdbc.sql(HOLD).query().listOfRows();
            assertThatThrownBy(() -> another.executeWithoutResult(asking -> {
                        jdbc.sql("set local lock_timeout = '50ms'").update();
                        jdbc.sql(HOLD).query().listOfRows();
                    }))
                    .isInstanceOf(CannotAcquireLockException.class);
        });
    }
}

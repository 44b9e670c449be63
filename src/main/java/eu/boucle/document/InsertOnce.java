package eu.boucle.document;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.stereotype.Component;

/**
 * Inserts a row unless another transaction was first. A savepoint rather than {@code on conflict}, which H2 does not
 * know: without it PostgreSQL would give up the whole transaction after the refused insert.
 */
@Component
class InsertOnce {

    private final JdbcTemplate jdbc;

    InsertOnce(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the row is ours. Waits for a transaction that is inserting the same key. */
    boolean insert(String sql, @Nullable Object... values) {
        Boolean inserted = jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            Savepoint before = connection.setSavepoint();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values[i]);
                }
                statement.executeUpdate();
                return true;
            } catch (SQLException e) {
                if (e.getSQLState() == null || !e.getSQLState().startsWith("23")) {
                    throw e;
                }
                connection.rollback(before);
                return false;
            }
        });
        return Boolean.TRUE.equals(inserted);
    }
}

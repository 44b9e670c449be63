package eu.boucle.support;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;

/**
 * A statement as an application sent it, with its values: what bare JDBC needs to do the same again.
 *
 * @param values the rows of a batch, or one
 */
public record SentAgain(String sql, List<List<ParameterSetOperation>> values) {

    static SentAgain of(List<QueryInfo> queries) {
        QueryInfo query = queries.getFirst();
        return new SentAgain(
                query.getQuery(),
                query.getParametersList().stream().map(List::copyOf).toList());
    }

    public boolean writes() {
        String first = sql.stripLeading().toLowerCase(java.util.Locale.ROOT);
        return first.startsWith("insert")
                || first.startsWith("update")
                || first.startsWith("delete")
                || first.startsWith("with held");
    }

    public void send(Connection connection) throws SQLException {
        send(connection, UnaryOperator.identity());
    }

    /** @param instead what takes the place of a value */
    public void send(Connection connection, UnaryOperator<Object> instead) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (values.size() <= 1) {
                if (!values.isEmpty()) {
                    set(statement, values.getFirst(), instead);
                }
                statement.execute();
                return;
            }
            for (List<ParameterSetOperation> row : values) {
                set(statement, row, instead);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static void set(PreparedStatement statement, List<ParameterSetOperation> row, UnaryOperator<Object> instead)
            throws SQLException {
        for (ParameterSetOperation operation : row) {
            Object[] arguments = operation.getArgs().clone();
            if (arguments.length > 1) {
                arguments[1] = instead.apply(arguments[1]);
            }
            try {
                operation.getMethod().invoke(statement, arguments);
            } catch (InvocationTargetException e) {
                throw new SQLException(e.getCause());
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

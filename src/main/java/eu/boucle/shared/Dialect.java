package eu.boucle.shared;

import java.sql.Connection;
import java.sql.SQLException;

/** Which database runs, where the two that Boucle knows want different words. Also a callback for a JDBC template. */
public enum Dialect {
    H2,
    POSTGRESQL;

    public static Dialect of(Connection connection) throws SQLException {
        return "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName()) ? POSTGRESQL : H2;
    }
}

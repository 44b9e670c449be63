package eu.boucle.asset;

import eu.boucle.identity.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By COPY: the database writes the lines itself. */
final class RegisterPiecesOnPostgres extends RegisterPieces {

    private final JdbcTemplate jdbc;

    RegisterPiecesOnPostgres(JdbcTemplate jdbc) {
        super(JdbcClient.create(jdbc));
        this.jdbc = jdbc;
    }

    @Override
    void write(String after, String last, Scope scope, OutputStream out) {
        String copy = "copy (" + rows(after, last, scope) + ") to stdout (format csv)";
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copy, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

package eu.boucle.asset;

import eu.boucle.identity.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Row by row: H2 has no COPY. */
final class RegisterPiecesOnH2 extends RegisterPieces {

    private static final CSVFormat LINES =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    private static final int COLUMNS = HEADER.split(",").length;

    private final JdbcTemplate jdbc;

    RegisterPiecesOnH2(JdbcTemplate jdbc) {
        super(JdbcClient.create(jdbc));
        this.jdbc = jdbc;
    }

    @Override
    void write(String after, String last, Scope scope, OutputStream out) {
        try {
            Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            CSVPrinter printer = new CSVPrinter(text, LINES);
            jdbc.query(rows(after, last, scope), (RowCallbackHandler) row -> {
                try {
                    for (int column = 1; column <= COLUMNS; column++) {
                        printer.print(row.getString(column));
                    }
                    printer.println();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

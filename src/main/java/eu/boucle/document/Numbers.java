package eu.boucle.document;

import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gapless numbers: one row per issuer, series and year, locked until the transaction ends. Take the number last. */
@Service
@Transactional
public class Numbers {

    private final JdbcClient sql;
    private final InsertOnce once;

    Numbers(JdbcClient sql, InsertOnce once) {
        this.sql = sql;
        this.once = once;
    }

    /** The next number, from 1. @param series {@code DR}, {@code PU}, {@code CE} */
    public long next(UUID issuer, String series, int year) {
        if (!advance(issuer, series, year)) {
            // The first of the year. Of two at once, the second waits here until the first commits, then counts on.
            once.insert(
                    "insert into number_series (issuer_id, series, calendar_year, last_number) values (?, ?, ?, 0)",
                    issuer,
                    series,
                    year);
            if (!advance(issuer, series, year)) {
                throw new IllegalStateException("No row for series " + series + " of " + year);
            }
        }
        return sql.sql(
                        "select last_number from number_series where issuer_id = :issuer and series = :series and calendar_year = :year")
                .param("issuer", issuer)
                .param("series", series)
                .param("year", year)
                .query(Long.class)
                .single();
    }

    /** The next number as printed: {@code CE-2026-000789}. */
    public String nextReference(UUID issuer, String series, int year) {
        return String.format(Locale.ROOT, "%s-%04d-%06d", series, year, next(issuer, series, year));
    }

    private boolean advance(UUID issuer, String series, int year) {
        return sql.sql("""
                        update number_series set last_number = last_number + 1
                        where issuer_id = :issuer and series = :series and calendar_year = :year
                        """)
                        .param("issuer", issuer)
                        .param("series", series)
                        .param("year", year)
                        .update()
                == 1;
    }
}

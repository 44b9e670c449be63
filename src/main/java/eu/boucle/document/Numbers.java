package eu.boucle.document;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gapless numbers: one row per issuer, series and year, locked until the transaction ends. Take the number last. */
@Service
@Transactional
public class Numbers {

    /** The next number, from 1. @param series {@code DR}, {@code PU}, {@code CE} */
    public long next(UUID issuer, String series, int year) {
        throw new UnsupportedOperationException();
    }

    /** The next number as printed: {@code CE-2026-000789}. */
    public String nextReference(UUID issuer, String series, int year) {
        throw new UnsupportedOperationException();
    }
}

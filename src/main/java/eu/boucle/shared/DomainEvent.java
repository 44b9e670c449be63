package eu.boucle.shared;

import java.util.Map;
import java.util.UUID;

/**
 * Something that happened to an object of the domain. Events carry ids and values only; personal data and evidence stay
 * in their tables and are named here by id or hash. Published in the transaction that caused them; the ledger writes a
 * row for each.
 */
public interface DomainEvent {

    /** The object it happened to. */
    UUID subject();

    EventStamp stamp();

    /** What happened, as the record's own name: {@code RequestSubmitted}. */
    default String kind() {
        return getClass().getSimpleName();
    }

    /** The facts worth keeping for ever: numbers, words and ids, never personal data. Keys are written in order. */
    default Map<String, Object> facts() {
        return Map.of();
    }
}

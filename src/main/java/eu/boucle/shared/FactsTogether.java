package eu.boucle.shared;

import java.util.List;

/**
 * Facts that came about by one act, such as what a report says of each drive. Whoever keeps facts hears them together
 * and writes them at once; then everybody else hears each, as if it had been published alone.
 */
public record FactsTogether(List<? extends DomainEvent> facts) {

    public FactsTogether {
        facts = List.copyOf(facts);
    }
}

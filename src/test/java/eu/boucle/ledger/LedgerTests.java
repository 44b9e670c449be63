package eu.boucle.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.support.BoucleTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@BoucleTest
class LedgerTests {

    record SomethingHappened(UUID subject, EventStamp stamp) implements DomainEvent {
        @Override
        public Map<String, Object> facts() {
            return Map.of("b", 2, "a", "one");
        }
    }

    @Autowired
    Ledger ledger;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    private final UUID subject = UUID.randomUUID();
    private final UUID organisation = UUID.randomUUID();
    private final Instant noon = Instant.parse("2026-11-23T11:00:00.123456Z");

    @Test
    void anEventIsWrittenAsItHappened() {
        UUID actor = UUID.randomUUID();
        events.publishEvent(new SomethingHappened(subject, new EventStamp(organisation, actor, noon)));
        events.publishEvent(new SomethingHappened(subject, new EventStamp(organisation, null, noon)));
        assertThat(ledger.about(subject))
                .hasSize(2)
                .satisfiesExactly(
                        first -> {
                            assertThat(first.kind()).isEqualTo("SomethingHappened");
                            assertThat(first.at()).isEqualTo(noon);
                            assertThat(first.organisation()).isEqualTo(organisation);
                            assertThat(first.actor()).isEqualTo(actor);
                            assertThat(first.facts()).isEqualTo("{\"a\":\"one\",\"b\":2}");
                        },
                        second -> assertThat(second.actor()).isNull());
        assertThat(ledger.about(subject)).isSortedAccordingTo((a, b) -> Long.compare(a.position(), b.position()));
    }

    @Test
    void anEventOfATransactionThatFailsIsNotWritten() {
        long before = ledger.size();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    events.publishEvent(new SomethingHappened(subject, new EventStamp(organisation, null, noon)));
                    throw new IllegalStateException("after the fact");
                }))
                .hasMessage("after the fact");
        assertThat(ledger.size()).isEqualTo(before);
    }

    /** Anything that would change or remove an entry has these words in the sources. */
    @Test
    void noStatementChangesTheJournal() throws IOException {
        Pattern change = Pattern.compile(
                "(update|delete\\s+from|truncate(\\s+table)?|merge\\s+into)\\s+ledger_entry", Pattern.CASE_INSENSITIVE);
        assertThat(change.matcher("delete from ledger_entry where").find()).isTrue();
        try (var files = Files.walk(Path.of("src/main"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(file -> file.toString().matches(".*\\.(java|sql)"))
                            .filter(file -> change.matcher(read(file)).find()))
                    .isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

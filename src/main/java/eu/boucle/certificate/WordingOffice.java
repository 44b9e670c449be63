package eu.boucle.certificate;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * COMPLIANCE words the certificates: writes a version, which another person approves, and may withdraw the approval. Papers
 * are drawn by the latest approved version; certificates already issued keep theirs.
 */
@Service
@Transactional
public class WordingOffice {

    private static final UUID NO_HOST = new UUID(0, 0);

    private final WordingShelf shelf;
    private final WordingExample example;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WordingOffice(
            WordingShelf shelf,
            WordingExample example,
            Organisations organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shelf = shelf;
        this.example = example;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    /** Every document in every language. */
    @Transactional(readOnly = true)
    public List<WordingView> wordings(Actor by) {
        by.require(Role.COMPLIANCE);
        List<WordingView> all = new ArrayList<>();
        for (Language language : Language.values()) {
            all.addAll(shelf.all(language).values());
        }
        all.sort(Comparator.comparing(WordingView::type));
        return all;
    }

    @Transactional(readOnly = true)
    public WordingView wording(CertificateType type, Language language, Actor by) {
        by.require(Role.COMPLIANCE);
        return view(type, language);
    }

    /**
     * Keeps a new version, not approved.
     *
     * @throws eu.boucle.shared.Invalid {@code WORDING_PLACEHOLDER_UNKNOWN}, {@code WORDING_CLAIMS_TOO_MUCH} and others
     * @throws StateForbids {@code CHANGED_MEANWHILE}, {@code WORDING_UNCHANGED}
     */
    public WordingVersion write(WriteWording command, Actor by) {
        by.require(Role.COMPLIANCE);
        WordingVersion latest = view(command.type(), command.language()).latest();
        if (command.seen() != null && command.seen() != latest.version()) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
        var clauses = WordingCheck.checked(latest, command.clauses());
        if (clauses.equals(latest.clauses())) {
            throw new StateForbids("WORDING_UNCHANGED");
        }
        Instant at = clock.instant();
        WordingVersion written = new WordingVersion(
                command.type(),
                command.language(),
                latest.version() + 1,
                clauses,
                command.reason().text(),
                by.person(),
                at,
                null,
                null,
                null);
        if (!shelf.keep(written)) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
        events.publishEvent(new WordingWritten(command.type(), command.language(), written.version(), stamp(by, at)));
        return written;
    }

    /**
     * Another person than the editor approves; absent means the latest version.
     *
     * @throws NotAllowed {@code WORDING_OWN_VERSION}
     * @throws StateForbids {@code WORDING_APPROVED_BEFORE}
     */
    public WordingVersion approve(CertificateType type, Language language, @Nullable Integer number, Actor by) {
        by.require(Role.COMPLIANCE);
        WordingView wording = view(type, language);
        WordingVersion version = number == null ? wording.latest() : wording.version(number);
        if (by.person() == null) {
            throw new NotAllowed("PERSON_REQUIRED");
        }
        if (by.person().equals(version.writtenBy())) {
            throw new NotAllowed("WORDING_OWN_VERSION");
        }
        if (version.approved()) {
            throw new StateForbids("WORDING_APPROVED_BEFORE", version.version());
        }
        Instant at = clock.instant();
        boolean first = version.version() == 1 && !shelf.kept(version);
        boolean done = first ? shelf.keep(approved(version, by, at)) : shelf.approve(version, by.person(), at);
        if (!done) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
        events.publishEvent(new WordingApproved(type, language, version.version(), stamp(by, at)));
        return view(type, language).version(version.version());
    }

    /** @throws StateForbids {@code WORDING_NOT_APPROVED} */
    public WordingVersion withdraw(CertificateType type, Language language, int number, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        WordingVersion version = view(type, language).version(number);
        if (!version.approved() || !shelf.withdraw(version, reason)) {
            throw new StateForbids("WORDING_NOT_APPROVED", number);
        }
        events.publishEvent(new WordingWithdrawn(type, language, number, reason.text(), stamp(by, clock.instant())));
        return view(type, language).version(number);
    }

    /** A paper drawn by these sentences on an example: nothing of it is kept. Checked as {@link #write} checks. */
    @Transactional(readOnly = true)
    public byte[] preview(WriteWording command, Actor by) {
        by.require(Role.COMPLIANCE);
        WordingVersion latest = view(command.type(), command.language()).latest();
        return example.draw(latest, WordingCheck.checked(latest, command.clauses()), clock.instant());
    }

    /** As {@link #preview}, of a version that is kept. */
    @Transactional(readOnly = true)
    public byte[] preview(CertificateType type, Language language, int version, Actor by) {
        by.require(Role.COMPLIANCE);
        WordingVersion shown = view(type, language).version(version);
        return example.draw(shown, shown.clauses(), clock.instant());
    }

    private WordingView view(CertificateType type, Language language) {
        return Objects.requireNonNull(shelf.all(language).get(type));
    }

    private static WordingVersion approved(WordingVersion version, Actor by, Instant at) {
        return new WordingVersion(
                version.type(),
                version.language(),
                version.version(),
                version.clauses(),
                version.reason(),
                version.writtenBy(),
                version.writtenAt(),
                by.person(),
                at,
                null);
    }

    private EventStamp stamp(Actor by, Instant at) {
        UUID host = organisations.host().map(found -> found.id().value()).orElse(NO_HOST);
        return by.stamp(host, at);
    }
}

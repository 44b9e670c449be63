package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import java.time.Instant;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps evidence and moves its medium when the evidence decides it. What is decided is not undone by later evidence. */
@Component
class Conclusions {

    private final EvidenceShelf shelf;
    private final MediaRegister media;
    private final ApplicationEventPublisher events;

    Conclusions(EvidenceShelf shelf, MediaRegister media, ApplicationEventPublisher events) {
        this.shelf = shelf;
        this.media = media;
        this.events = events;
    }

    void conclude(EvidenceView evidence, MediumView medium, Verdict verdict, Actor by, Instant at) {
        MediumStatus to = follows(medium.status(), verdict);
        boolean open = verdict == Verdict.UNDECIDED
                && (to == MediumStatus.UNDECIDED || medium.status() == MediumStatus.UNDECIDED);
        shelf.add(evidence, medium, open);
        if (to != medium.status()) {
            String name = named(evidence);
            switch (verdict) {
                case ERASED -> media.erased(medium.id(), name, by, at);
                case FAILED -> media.failed(medium.id(), name, by, at);
                case UNDECIDED -> media.undecided(medium.id(), name, by, at);
            }
        }
        tell(evidence, medium, by, at);
    }

    void tell(EvidenceView evidence, MediumView medium, Actor by, Instant at) {
        events.publishEvent(new EvidenceRecorded(
                medium.id(),
                medium.request(),
                evidence.kind(),
                evidence.result(),
                by.stamp(medium.organisation(), at)));
    }

    /** A word and a hash or an id: what journals may keep for ever. */
    static String named(EvidenceView evidence) {
        return evidence.kind() + " "
                + (evidence.sha256().isEmpty() ? evidence.id().toString() : evidence.sha256());
    }

    private static MediumStatus follows(MediumStatus now, Verdict verdict) {
        return switch (now) {
            case EXPECTED, ENTRUSTED -> MediumStatus.valueOf(verdict.name());
            case UNDECIDED -> MediumStatus.valueOf(verdict.name());
            case ERASED, FAILED, DESTROYED, RETURNED, MISSING -> now;
        };
    }
}

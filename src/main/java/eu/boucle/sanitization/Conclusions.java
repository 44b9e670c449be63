package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    /** What one piece of evidence says of a medium as it stands. */
    record Conclusion(EvidenceView evidence, MediumView medium, Verdict verdict) {

        private MediumStatus becomes() {
            return follows(medium.status(), verdict);
        }

        private boolean moves() {
            return becomes() != medium.status();
        }

        private EvidenceShelf.Kept kept() {
            boolean open = verdict == Verdict.UNDECIDED
                    && (becomes() == MediumStatus.UNDECIDED || medium.status() == MediumStatus.UNDECIDED);
            return new EvidenceShelf.Kept(evidence, medium, open);
        }
    }

    void conclude(EvidenceView evidence, MediumView medium, Verdict verdict, Actor by, Instant at) {
        conclude(List.of(new Conclusion(evidence, medium, verdict)), by, at);
    }

    /** All together: what is kept, what is moved. Each medium is spoken of once. */
    void conclude(List<Conclusion> all, Actor by, Instant at) {
        shelf.add(all.stream().map(Conclusion::kept).toList());
        Map<String, Map<MediumId, MediumStatus>> byEvidence = new LinkedHashMap<>();
        all.stream()
                .filter(Conclusion::moves)
                .forEach(one -> byEvidence
                        .computeIfAbsent(named(one.evidence()), any -> new LinkedHashMap<>())
                        .put(one.medium().id(), one.becomes()));
        byEvidence.forEach((evidence, becomes) -> media.decided(becomes, evidence, by, at));
        all.forEach(one -> tell(one.evidence(), one.medium(), by, at));
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

package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Destruction of media: recorded by one person, validated by another. */
@Service
@Transactional
public class DestructionBench {

    private final MediumRights rights;
    private final MediaRegister media;
    private final DestructionCheck check;
    private final EvidenceShelf shelf;
    private final Conclusions conclusions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DestructionBench(
            MediumRights rights,
            MediaRegister media,
            DestructionCheck check,
            EvidenceShelf shelf,
            Conclusions conclusions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rights = rights;
        this.media = media;
        this.check = check;
        this.shelf = shelf;
        this.conclusions = conclusions;
        this.events = events;
        this.clock = clock;
    }

    /** WAREHOUSE, or PARTNER for media it holds. The same again changes nothing; another record replaces the one not yet validated. @throws eu.boucle.shared.Invalid {@code LEVEL_TOO_LOW}, {@code METHOD_NOT_ENOUGH} */
    public MediumView destroy(MediumId id, DestructionRecord command, Actor by) {
        by.require(Role.WAREHOUSE, Role.PARTNER);
        MediumView medium = rights.toHandle(id, by);
        if (!medium.status().mayBecome(MediumStatus.DESTROYED)) {
            throw new StateForbids("MEDIUM_STATE", medium.tag().value(), medium.status(), MediumStatus.DESTROYED);
        }
        if (medium.unnamed()) {
            throw new StateForbids("MEDIUM_UNNAMED", medium.tag().value());
        }
        Instant now = clock.instant();
        String code = check.code(command, medium, now);
        EvidenceView evidence = evidence(medium, command, code, by, now);
        Optional<EvidenceView> open = shelf.openDestruction(id);
        if (open.isPresent() && same(open.get(), evidence)) {
            return medium;
        }
        open.ifPresent(before -> shelf.settleDestruction(before.id(), "REPLACED", null, now));
        shelf.add(evidence, medium, false);
        conclusions.tell(evidence, medium, by, now);
        events.publishEvent(new DestructionRecorded(id, medium.request(), by.stamp(medium.organisation(), now)));
        return medium;
    }

    /** Another person: the medium becomes DESTROYED. @throws eu.boucle.shared.NotAllowed {@code SAME_PERSON} */
    public MediumView validate(MediumId id, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        MediumView medium = rights.toHandle(id, by);
        UUID validator = by.person();
        if (validator == null) {
            throw new NotAllowed("PERSON_REQUIRED");
        }
        EvidenceView destruction = shelf.openDestruction(id)
                .orElseThrow(() ->
                        new StateForbids("NO_DESTRUCTION_RECORDED", medium.tag().value()));
        if (validator.equals(destruction.performer())) {
            throw new NotAllowed("SAME_PERSON");
        }
        Instant now = clock.instant();
        if (!shelf.settleDestruction(destruction.id(), "DESTROYED", validator, now)) {
            throw new StateForbids("CHANGED_MEANWHILE", medium.tag().value());
        }
        media.destroyed(id, Conclusions.named(destruction), by, now);
        events.publishEvent(new DestructionValidated(id, medium.request(), by.stamp(medium.organisation(), now)));
        return media.medium(id);
    }

    /** The destruction recorded and not yet validated. */
    public Optional<EvidenceView> awaitingValidation(MediumId medium) {
        return shelf.openDestruction(medium);
    }

    private static EvidenceView evidence(
            MediumView medium, DestructionRecord command, String code, Actor by, Instant now) {
        BigDecimal particle = command.particleMm2();
        String size = particle == null ? "" : " ≤ " + particle.toPlainString() + " mm²";
        String measure = command.norm().strip() + " " + code + size;
        return new EvidenceView(
                UUID.randomUUID(),
                medium.id(),
                "DESTRUCTION",
                DestructionCheck.method(command),
                SanitizationLevel.DESTROY,
                command.machine().strip(),
                "",
                measure,
                command.happenedAt(),
                command.happenedAt(),
                "RECORDED",
                List.of(),
                List.of(),
                by.person(),
                null,
                measure + " · " + command.evidence().strip(),
                "",
                now);
    }

    private static boolean same(EvidenceView one, EvidenceView other) {
        return java.util.Objects.equals(one.performer(), other.performer())
                && one.technique().equals(other.technique())
                && one.tool().equals(EvidenceShelf.bounded(other.tool(), 80))
                && one.verification().equals(EvidenceShelf.bounded(other.verification(), 60))
                && one.detail().equals(EvidenceShelf.bounded(other.detail(), 2000));
    }
}

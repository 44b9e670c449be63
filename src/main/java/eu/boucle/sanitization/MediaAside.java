package eu.boucle.sanitization;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.OpenDiscrepancy;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Media that end without being sanitized: given back, or not found. */
@Component
class MediaAside {

    private final MediaRegister media;
    private final AssetRegister assets;
    private final Discrepancies discrepancies;
    private final EvidenceShelf shelf;
    private final Conclusions conclusions;
    private final Clock clock;

    MediaAside(
            MediaRegister media,
            AssetRegister assets,
            Discrepancies discrepancies,
            EvidenceShelf shelf,
            Conclusions conclusions,
            Clock clock) {
        this.media = media;
        this.assets = assets;
        this.discrepancies = discrepancies;
        this.shelf = shelf;
        this.conclusions = conclusions;
        this.clock = clock;
    }

    /** The reason stays in the evidence; journals name it by id. */
    MediumView returned(MediumView medium, Reason reason, Actor by) {
        Instant now = clock.instant();
        EvidenceView evidence = new EvidenceView(
                UUID.randomUUID(),
                medium.id(),
                "MANUAL",
                "RETURN",
                null,
                "",
                "",
                "",
                now,
                now,
                "RETURNED",
                List.of(),
                List.of(),
                by.person(),
                null,
                reason.text(),
                "",
                now);
        shelf.add(evidence, medium, false);
        media.returned(medium.id(), Conclusions.named(evidence), by, now);
        conclusions.tell(evidence, medium, by, now);
        return media.medium(medium.id());
    }

    /** It stands again where it stood; what was open about its absence is resolved. */
    MediumView found(MediumView medium, Reason reason, Actor by) {
        if (medium.status() != MediumStatus.MISSING) {
            throw new StateForbids(
                    "NOT_MISSING_MEDIUM",
                    medium.serial() == null
                            ? medium.tag().value()
                            : medium.serial().raw());
        }
        media.foundAgain(medium.id(), by, clock.instant(), reason);
        discrepancies.settled(medium.id(), DiscrepancyOutcome.FOUND, reason, by);
        return media.medium(medium.id());
    }

    MediumView missing(MediumView medium, Reason reason, Actor by) {
        Instant now = clock.instant();
        if (medium.status() == MediumStatus.MISSING) {
            by.require(Role.COMPLIANCE);
            media.acceptMissing(medium.id(), by, now, reason);
            discrepancies.settled(medium.id(), DiscrepancyOutcome.ACCEPTED, reason, by);
        } else {
            by.require(Role.WAREHOUSE, Role.PARTNER);
            media.missing(medium.id(), by, now, reason);
            discrepancies.open(
                    new OpenDiscrepancy(
                            "MEDIUM_MISSING",
                            medium.organisation(),
                            medium.request(),
                            assets.asset(medium.asset()).run(),
                            medium.asset(),
                            medium.id(),
                            reason.text()),
                    by);
        }
        return media.medium(medium.id());
    }
}

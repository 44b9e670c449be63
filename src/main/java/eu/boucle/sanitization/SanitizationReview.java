package eu.boucle.sanitization;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.LotStanding;
import eu.boucle.asset.MediumStatus;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second pair of eyes on a request's sanitization. */
@Service
@Transactional
public class SanitizationReview {

    private final SanitizationCases cases;
    private final EvidenceShelf shelf;
    private final AssetRegister assets;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SanitizationReview(
            SanitizationCases cases,
            EvidenceShelf shelf,
            AssetRegister assets,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.shelf = shelf;
        this.assets = assets;
        this.events = events;
        this.clock = clock;
    }

    /** Unscoped: the caller has the request. After the partner's evidence on entrusted media a first validation no longer covers all. */
    public Coverage coverage(RequestId request) {
        return coverage(request, assets.standing(request), cases.find(request));
    }

    /** Whether no second person is awaited: there was nothing to look at, or she has looked. @param standing of that request */
    public boolean done(RequestId request, LotStanding standing) {
        return !needed(standing) || validated(standing, cases.find(request));
    }

    /** WAREHOUSE or COMPLIANCE who performed none of it; again by the same person changes nothing. @throws eu.boucle.shared.NotAllowed {@code PERFORMER_MAY_NOT_VALIDATE}; @throws eu.boucle.shared.StateForbids {@code MEDIA_UNDECIDED} with how many, {@code NOTHING_TO_VALIDATE}, {@code ALREADY_VALIDATED} */
    public void validate(RequestId request, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        UUID person = by.person();
        if (person == null) {
            throw new NotAllowed("PERSON_REQUIRED");
        }
        SanitizationCases.Case one = cases.hold(request).orElseThrow(NotFound::new);
        LotStanding standing = assets.standing(request);
        Coverage coverage = coverage(request, standing, Optional.of(one));
        if (coverage.validated()) {
            if (person.equals(coverage.validator())) {
                return;
            }
            throw new StateForbids("ALREADY_VALIDATED");
        }
        if (standing.undecided() > 0) {
            throw new StateForbids("MEDIA_UNDECIDED", standing.undecided(), coverage.expected());
        }
        if (!coverage.validationNeeded()) {
            throw new StateForbids("NOTHING_TO_VALIDATE");
        }
        if (coverage.performers().contains(person)) {
            throw new NotAllowed("PERFORMER_MAY_NOT_VALIDATE");
        }
        boolean partnerEvidence = partnerDone(standing, one);
        Instant now = clock.instant();
        cases.validated(request, person, partnerEvidence, now);
        events.publishEvent(new SanitizationValidated(request, partnerEvidence, by.stamp(one.organisation(), now)));
    }

    private Coverage coverage(RequestId request, LotStanding standing, Optional<SanitizationCases.Case> found) {
        Set<UUID> performers = shelf.performers(request);
        int expected = standing.mediaTotal();
        int decided = expected - standing.undecided();
        boolean validated = validated(standing, found);
        return new Coverage(
                decided,
                expected,
                performers,
                validated,
                validated ? found.get().validatedBy() : null,
                validated ? found.get().validatedAt() : null,
                needed(standing));
    }

    private static boolean needed(LotStanding standing) {
        return standing.media(MediumStatus.ERASED) + standing.media(MediumStatus.DESTROYED) > 0;
    }

    private static boolean validated(LotStanding standing, Optional<SanitizationCases.Case> found) {
        return found.isPresent()
                && found.get().validatedAt() != null
                && (found.get().validatedWithPartner() || !partnerDone(standing, found.get()));
    }

    private static boolean partnerDone(LotStanding standing, SanitizationCases.Case one) {
        return one.entrustedOnce() && standing.entrusted() == 0;
    }
}

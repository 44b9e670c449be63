package eu.boucle.sanitization;

import eu.boucle.asset.AssetFoundOnSite;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetsChanged;
import eu.boucle.asset.LossAccepted;
import eu.boucle.asset.LotStanding;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumChanged;
import eu.boucle.asset.MediumConfirmedEmpty;
import eu.boucle.asset.MediumFound;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.custody.RoundClosed;
import eu.boucle.custody.RoundMode;
import eu.boucle.decommissioning.RequestCancelled;
import eu.boucle.decommissioning.RequestClosed;
import eu.boucle.decommissioning.RequestInPreparation;
import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.RequestId;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Hears everything that may complete a request's sanitization, and says that the request is ready as soon as every asset
 * is found and labelled and every medium decided.
 *
 * <p>Lock order: assets and media first, then the case. A batch therefore counts once, at its end.
 */
@Component
class Readiness {

    private final SanitizationCases cases;
    private final AssetRegister assets;
    private final MediaRegister media;
    private final RequestMilestones milestones;
    private final EvidenceShelf evidence;
    private final Entrusting entrusting;
    private final Clock clock;
    private final ThreadLocal<Set<RequestId>> batch = new ThreadLocal<>();

    Readiness(
            SanitizationCases cases,
            AssetRegister assets,
            MediaRegister media,
            RequestMilestones milestones,
            EvidenceShelf evidence,
            Entrusting entrusting,
            Clock clock) {
        this.cases = cases;
        this.assets = assets;
        this.media = media;
        this.milestones = milestones;
        this.evidence = evidence;
        this.entrusting = entrusting;
        this.clock = clock;
    }

    /** Moves of many media are counted together when all are done. */
    <T> T together(Supplier<T> moves) {
        if (batch.get() != null) {
            return moves.get();
        }
        Set<RequestId> touched = new LinkedHashSet<>();
        batch.set(touched);
        T result;
        try {
            result = moves.get();
        } finally {
            batch.remove();
        }
        touched.stream()
                .sorted((one, other) -> one.value().compareTo(other.value()))
                .forEach(this::count);
        return result;
    }

    int entrust(RequestId request, Actor by) {
        return together(() -> entrusting.entrust(request, by, clock.instant()));
    }

    @EventListener
    void on(RequestInPreparation prepared) {
        cases.open(
                prepared.request(),
                prepared.stamp().organisation(),
                prepared.reference(),
                prepared.stamp().at());
        touch(prepared.request());
    }

    @EventListener
    void on(RoundClosed closed) {
        if (closed.mode() == RoundMode.TAGGING) {
            RequestId request = new RequestId(closed.subject());
            Actor system = Actor.system(new OrganisationId(closed.stamp().organisation()));
            together(() -> {
                touch(request);
                return entrusting.entrust(request, system, closed.stamp().at());
            });
        }
    }

    @EventListener
    void on(MediumChanged changed) {
        if (changed.from() == MediumStatus.UNDECIDED && changed.to() != MediumStatus.UNDECIDED) {
            evidence.ruled(changed.medium());
        }
        if (changed.to() == MediumStatus.FAILED
                || changed.to() == MediumStatus.UNDECIDED
                || changed.to() == MediumStatus.EXPECTED) {
            cases.reopened(changed.request());
        }
        touch(changed.request());
    }

    @EventListener
    void on(MediumFound found) {
        cases.reopened(found.request());
        touch(found.request());
    }

    @EventListener
    void on(AssetFoundOnSite found) {
        if (found.media() > 0) {
            cases.reopened(found.request());
        }
        touch(found.request());
    }

    @EventListener
    void on(MediumConfirmedEmpty empty) {
        touch(empty.request());
    }

    @EventListener
    void on(LossAccepted accepted) {
        touch(accepted.request());
    }

    @EventListener
    void on(AssetsChanged changed) {
        if (changed.to() == AssetState.MISSING || changed.to() == AssetState.WITHDRAWN) {
            touch(changed.request());
        }
    }

    @EventListener
    void on(RequestCancelled cancelled) {
        cases.close(cancelled.request());
    }

    @EventListener
    void on(RequestClosed closed) {
        cases.close(closed.request());
    }

    private void touch(RequestId request) {
        Set<RequestId> touched = batch.get();
        if (touched == null) {
            count(request);
        } else {
            touched.add(request);
        }
    }

    private void count(RequestId request) {
        cases.hold(request).ifPresent(one -> {
            LotStanding standing = assets.standing(request);
            cases.count(request, standing.mediaTotal(), standing.undecided(), unnamed(one, standing.mediaTotal()));
            if (standing.tagged() && standing.mediaDecided()) {
                milestones.ready(request, system(one.organisation()), clock.instant());
            }
        });
    }

    /** A stand-in only comes with an asset: as long as no medium was added there is nothing to look for when there was none. */
    private int unnamed(SanitizationCases.Case one, int total) {
        boolean added = one.media() != total;
        if (!added && one.unnamed() == 0) {
            return 0;
        }
        return (int) media.ofRequest(one.request()).stream()
                .filter(MediumView::unnamed)
                .filter(medium -> !medium.decided())
                .count();
    }

    private static Actor system(UUID organisation) {
        return Actor.system(new OrganisationId(organisation));
    }
}

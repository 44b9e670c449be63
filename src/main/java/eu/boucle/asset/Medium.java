package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;

/**
 * The life of one medium: where it stands, and which step evidence or a person may make from there. Read and written
 * under the lock of its asset, because the asset's clearance follows from all its media.
 *
 * @param before where it stood before the last step: what a found one is again
 */
record Medium(MediumView view, MediumStatus before) {

    /** @param to ERASED, FAILED or UNDECIDED */
    MediumChanged decided(MediumStatus to, String evidence, Actor by, Instant at) {
        return byEvidence(to, evidence, by, at);
    }

    MediumChanged erased(String evidence, Actor by, Instant at) {
        return byEvidence(MediumStatus.ERASED, evidence, by, at);
    }

    MediumChanged failed(String evidence, Actor by, Instant at) {
        return byEvidence(MediumStatus.FAILED, evidence, by, at);
    }

    MediumChanged undecided(String evidence, Actor by, Instant at) {
        return byEvidence(MediumStatus.UNDECIDED, evidence, by, at);
    }

    MediumChanged destroyed(String evidence, Actor by, Instant at) {
        return byEvidence(MediumStatus.DESTROYED, evidence, by, at);
    }

    MediumChanged returned(String evidence, Actor by, Instant at) {
        return step(MediumStatus.RETURNED, evidence, by, at);
    }

    MediumChanged entrusted(String evidence, Actor by, Instant at) {
        if (view.instruction().where() != DataPlace.PARTNER) {
            throw new StateForbids("NOT_ENTRUSTED_BY_CLIENT", name());
        }
        return step(MediumStatus.ENTRUSTED, evidence, by, at);
    }

    MediumChanged missing(String reason, Actor by, Instant at) {
        return step(MediumStatus.MISSING, reason, by, at);
    }

    /** Its client asks for more than it was given while it is still here: it waits again. */
    MediumChanged awaitedAgain(String evidence, Actor by, Instant at) {
        if (view.status() != MediumStatus.ERASED) {
            throw new StateForbids("MEDIUM_STATE", name(), view.status(), MediumStatus.EXPECTED);
        }
        return changed(MediumStatus.EXPECTED, evidence, by, at);
    }

    MediumChanged foundAgain(String reason, Actor by, Instant at) {
        if (view.status() != MediumStatus.MISSING) {
            throw new StateForbids("MEDIUM_STATE", name(), view.status(), before);
        }
        return changed(before, reason, by, at);
    }

    /** As people call it: its serial, or the tag of the asset that it stands for. */
    String name() {
        return view.serial() == null ? view.tag().value() : view.serial().raw();
    }

    /** Evidence speaks of a medium that somebody has seen: a stand-in is named first, or confirmed empty. */
    private MediumChanged byEvidence(MediumStatus to, String evidence, Actor by, Instant at) {
        if (view.unnamed()) {
            throw new StateForbids("MEDIUM_UNNAMED", view.tag().value());
        }
        return step(to, evidence, by, at);
    }

    private MediumChanged step(MediumStatus to, String evidence, Actor by, Instant at) {
        if (!view.status().mayBecome(to)) {
            throw new StateForbids("MEDIUM_STATE", name(), view.status(), to);
        }
        return changed(to, evidence, by, at);
    }

    private MediumChanged changed(MediumStatus to, String evidence, Actor by, Instant at) {
        return new MediumChanged(
                view.id(),
                view.asset(),
                new RequestId(view.request().value()),
                view.status(),
                to,
                evidence,
                by.stamp(view.organisation(), at));
    }
}

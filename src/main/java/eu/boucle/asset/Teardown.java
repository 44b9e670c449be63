package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.Problem;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What is seen when an asset is opened: a medium that nobody had named, or none at all. */
@Component
class Teardown {

    /** What the client has again is not ours to open; what the partner found in the rest is told and ruled on. */
    private static final Set<AssetState> GONE = EnumSet.of(AssetState.WITHDRAWN);

    private static final int LONGEST_MODEL = 120;
    private static final int LARGEST_GB = 1_000_000;

    private final AssetMoves moves;
    private final Media media;
    private final LotWriter writer;
    private final Clearances clearances;
    private final AssetHistory history;
    private final ApplicationEventPublisher events;

    Teardown(
            AssetMoves moves,
            Media media,
            LotWriter writer,
            Clearances clearances,
            AssetHistory history,
            ApplicationEventPublisher events) {
        this.moves = moves;
        this.media = media;
        this.writer = writer;
        this.clearances = clearances;
        this.history = history;
        this.events = events;
    }

    MediumView found(AssetView asset, RegisterLot.ExpectedMedium found, Actor by, Instant at) {
        refuseNonsense(found);
        List<AssetMoves.Held> held = moves.hold(List.of(asset.id()));
        AssetMoves.refuseUnless(held, one -> !GONE.contains(one.state()), "NOT_HERE_ANY_MORE");
        List<MediumView> known = media.ofAsset(asset.id());
        refuseTwice(asset, known, found.serial());
        MediumId id = standIn(known)
                .map(standIn -> {
                    media.name(standIn.id(), found);
                    return standIn.id();
                })
                .orElseGet(() -> add(asset, found));
        history.write(
                List.of(new AssetHistory.Line(
                        asset.id().value(), id.value(), asset.organisation(), null, MediumStatus.EXPECTED.name())),
                "mediumFound",
                by,
                at,
                "");
        clearances.recompute(List.of(asset.id().value()), by, at);
        events.publishEvent(new MediumFound(id, asset.id(), asset.request(), by.stamp(asset.organisation(), at)));
        return media.find(id).orElseThrow();
    }

    boolean confirmEmpty(AssetView asset, Actor by, Instant at) {
        UUID person = by.person();
        if (person == null) {
            throw new NotAllowed("PERSON_REQUIRED");
        }
        moves.hold(List.of(asset.id()));
        MediumView standIn = standIn(media.ofAsset(asset.id()))
                .orElseThrow(
                        () -> new StateForbids("NOTHING_TO_CONFIRM", asset.tag().value()));
        UUID first = media.emptySaidBy(standIn.id());
        if (person.equals(first)) {
            throw new StateForbids("SECOND_PERSON_NEEDED", asset.tag().value());
        }
        boolean both = first != null;
        media.sayEmpty(standIn.id(), both ? first : person, both);
        history.write(
                List.of(new AssetHistory.Line(
                        asset.id().value(),
                        standIn.id().value(),
                        asset.organisation(),
                        standIn.status().name(),
                        standIn.status().name())),
                both ? "confirmedEmpty" : "saidEmpty",
                by,
                at,
                "");
        if (both) {
            clearances.recompute(List.of(asset.id().value()), by, at);
            events.publishEvent(new MediumConfirmedEmpty(
                    standIn.id(), asset.id(), asset.request(), by.stamp(asset.organisation(), at)));
        }
        return both;
    }

    private MediumId add(AssetView asset, RegisterLot.ExpectedMedium found) {
        LotRegistration.NewMedium added = new LotRegistration.NewMedium(
                UUID.randomUUID(),
                asset.id().value(),
                media.nextPosition(asset.id()),
                found.kind(),
                found.attached(),
                found.serial(),
                found.model(),
                found.capacityGb(),
                media.instructionOf(asset.id()),
                false);
        writer.insertMedia(asset.request().value(), asset.organisation(), List.of(added));
        return new MediumId(added.id());
    }

    private static Optional<MediumView> standIn(List<MediumView> media) {
        return media.stream()
                .filter(MediumView::unnamed)
                .filter(medium -> !medium.decided())
                .findFirst();
    }

    private static void refuseNonsense(RegisterLot.ExpectedMedium found) {
        List<Problem> problems = new ArrayList<>();
        SerialNumber serial = found.serial();
        if (serial != null) {
            serial.fault().ifPresent(fault -> problems.add(new Problem("serial", fault, serial.raw())));
        }
        if (found.model().length() > LONGEST_MODEL) {
            problems.add(new Problem("model", "TOO_LONG", found.model(), List.of(LONGEST_MODEL)));
        } else if (found.model().chars().anyMatch(Character::isISOControl)) {
            problems.add(new Problem("model", "BAD_CHARACTER", found.model()));
        }
        Integer capacity = found.capacityGb();
        if (capacity != null && (capacity < 1 || capacity > LARGEST_GB)) {
            problems.add(new Problem("capacityGb", "CAPACITY_WRONG", capacity.toString()));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private static void refuseTwice(AssetView asset, List<MediumView> known, @Nullable SerialNumber serial) {
        if (serial != null
                && known.stream()
                        .anyMatch(medium -> medium.serial() != null
                                && medium.serial().normalised().equals(serial.normalised()))) {
            throw Invalid.field(
                    "serial", "MEDIUM_KNOWN", serial.raw(), asset.tag().value());
        }
    }
}

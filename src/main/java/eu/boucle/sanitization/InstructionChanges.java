package eu.boucle.sanitization;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.DataInstructionAmended;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What a later instruction of the client changes for work already done: evidence that only fell short of the level asked
 * is enough when less is asked, and media of labelled assets may now be the partner's to sanitize.
 */
@Component
class InstructionChanges {

    private static final List<String> ONLY_THE_LEVEL = List.of("LEVEL_TOO_LOW");

    private static final Set<AssetState> STILL_HERE = EnumSet.of(AssetState.DECLARED, AssetState.TAGGED);

    private static final Set<MediumStatus> OPEN =
            EnumSet.of(MediumStatus.EXPECTED, MediumStatus.UNDECIDED, MediumStatus.FAILED);

    private final AssetRegister assets;
    private final MediaRegister media;
    private final EvidenceShelf shelf;
    private final ResultShelf results;
    private final EvidencePolicy policy;
    private final Conclusions conclusions;
    private final Readiness readiness;

    InstructionChanges(
            AssetRegister assets,
            MediaRegister media,
            EvidenceShelf shelf,
            ResultShelf results,
            EvidencePolicy policy,
            Conclusions conclusions,
            Readiness readiness) {
        this.assets = assets;
        this.media = media;
        this.shelf = shelf;
        this.results = results;
        this.policy = policy;
        this.conclusions = conclusions;
        this.readiness = readiness;
    }

    @EventListener
    void on(DataInstructionAmended event) {
        Actor system = Actor.system(new OrganisationId(event.stamp().organisation()));
        List<MediumView> ofLine = assets.lot(event.request()).stream()
                .filter(asset -> asset.line() == event.line())
                .map(AssetView::media)
                .flatMap(List::stream)
                .toList();
        readiness.together(() -> {
            ofLine.stream()
                    .filter(medium -> medium.status() == MediumStatus.UNDECIDED)
                    .forEach(medium -> judgeAgain(medium, system, event.stamp().at()));
            long again = ofLine.stream()
                    .filter(medium -> medium.status() == MediumStatus.ERASED)
                    .filter(medium -> awaitAgain(medium, system, event.stamp().at()))
                    .count();
            refuseUnlessAnythingChanged(event.line(), ofLine, again);
            return ofLine.size();
        });
        boolean partner =
                ofLine.stream().anyMatch(medium -> medium.instruction().where() == DataPlace.PARTNER);
        if (partner && assets.standing(event.request()).tagged()) {
            readiness.entrust(event.request(), system);
        }
    }

    /** Erased to less than what is asked now, and not gone. */
    private boolean awaitAgain(MediumView medium, Actor system, Instant at) {
        boolean here = STILL_HERE.contains(assets.asset(medium.asset()).state());
        if (!here || reached(medium).compareTo(EvidencePolicy.asked(medium)) >= 0) {
            return false;
        }
        media.awaitedAgain(medium.id(), "instruction", system, at);
        return true;
    }

    private SanitizationLevel reached(MediumView medium) {
        return shelf.of(medium.id()).stream()
                .filter(evidence -> evidence.result().equals(Verdict.ERASED.name()))
                .map(EvidenceView::level)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(SanitizationLevel.CLEAR);
    }

    /** Everything of the line is decided at that level already: there is nothing left to instruct. */
    private static void refuseUnlessAnythingChanged(int line, List<MediumView> media, long again) {
        boolean open = media.stream().anyMatch(medium -> OPEN.contains(medium.status()));
        if (!open && again == 0) {
            throw new StateForbids("INSTRUCTION_TOO_LATE", line);
        }
    }

    private void judgeAgain(MediumView medium, Actor system, Instant at) {
        Optional<EvidenceView> doubtful = shelf.of(medium.id()).stream()
                .filter(evidence -> evidence.result().equals(Verdict.UNDECIDED.name()))
                .filter(evidence -> evidence.reasons().equals(ONLY_THE_LEVEL))
                .reduce((first, later) -> later);
        doubtful.ifPresent(evidence -> {
            Optional<ResultShelf.Result> result = results.result(evidence.id());
            EvidencePolicy.Level level = policy.level(
                    medium,
                    result.map(ResultShelf.Result::bus).orElse(""),
                    evidence.technique(),
                    result.map(ResultShelf.Result::overwrites).orElse(1),
                    policy.day(evidence.endedAt()));
            if (level.enough() && level.reached() != null) {
                conclusions.conclude(lifted(evidence, level, at), medium, Verdict.ERASED, system, at);
            }
        });
    }

    /** The same work, by the same performer and with the same file, under the later instruction. */
    private static EvidenceView lifted(EvidenceView doubtful, EvidencePolicy.Level level, Instant at) {
        return new EvidenceView(
                UUID.randomUUID(),
                doubtful.medium(),
                "AMENDMENT",
                doubtful.technique(),
                level.reached(),
                doubtful.tool(),
                doubtful.toolVersion(),
                doubtful.verification(),
                doubtful.startedAt(),
                doubtful.endedAt(),
                Verdict.ERASED.name(),
                List.of(),
                doubtful.caveats(),
                doubtful.performer(),
                null,
                "",
                doubtful.sha256(),
                at);
    }
}

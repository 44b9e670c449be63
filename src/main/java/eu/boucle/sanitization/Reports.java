package eu.boucle.sanitization;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.sanitization.WipedDrive.HiddenArea;
import eu.boucle.shared.SerialNumber;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Kept rows as people read them, and as evidence on a medium. */
@Component
class Reports {

    private final ResultShelf shelf;
    private final MediaRegister media;

    Reports(ResultShelf shelf, MediaRegister media) {
        this.shelf = shelf;
        this.media = media;
    }

    ReportView view(ReportShelf.Report report, @Nullable ReportId duplicateOf) {
        return new ReportView(
                new ReportId(report.id()),
                report.sha256(),
                report.tool(),
                report.toolVersion(),
                duplicateOf,
                views(shelf.results(report.id())));
    }

    /** One statement for the candidates of all. */
    List<DriveResult> views(List<ResultShelf.Result> results) {
        List<MediumId> ids = results.stream()
                .filter(result -> result.state().equals("INBOX"))
                .flatMap(result -> result.candidates().stream())
                .distinct()
                .map(MediumId::new)
                .toList();
        Map<UUID, MediumView> candidates = ids.isEmpty()
                ? Map.of()
                : media.media(ids).stream()
                        .collect(Collectors.toMap(medium -> medium.id().value(), Function.identity()));
        return results.stream().map(result -> view(result, candidates)).toList();
    }

    DriveResult view(ResultShelf.Result result) {
        return views(List.of(result)).getFirst();
    }

    private static DriveResult view(ResultShelf.Result result, Map<UUID, MediumView> candidates) {
        return new DriveResult(
                new ResultId(result.id()),
                new ReportId(result.report()),
                result.device(),
                SerialNumber.of(result.serial()).orElse(null),
                result.model(),
                result.method(),
                result.technique(),
                result.level(),
                result.ruled() == null ? result.verdict() : result.ruled(),
                result.reasons(),
                result.medium() == null ? null : new MediumId(result.medium()),
                result.tag(),
                result.candidates().stream()
                        .filter(candidates::containsKey)
                        .map(candidates::get)
                        .toList(),
                result.state(),
                result.receivedAt());
    }

    static EvidenceView evidence(
            ReportShelf.Report report,
            ResultShelf.Result result,
            MediumView medium,
            Verdict verdict,
            List<String> reasons,
            @Nullable UUID performer,
            Instant now) {
        return new EvidenceView(
                result.id(),
                medium.id(),
                "REPORT",
                result.technique(),
                result.level(),
                report.tool(),
                report.toolVersion(),
                result.verification(),
                result.startedAt(),
                result.endedAt(),
                verdict.name(),
                reasons,
                caveats(result, medium),
                performer,
                null,
                result.method(),
                report.sha256(),
                now);
    }

    /** What is true of the erasure and must be said beside it. */
    private static List<String> caveats(ResultShelf.Result result, MediumView medium) {
        List<String> caveats = new ArrayList<>();
        if (result.technique().equals("OVERWRITE") && MediumKey.solidState(MediumKey.of(medium, result.bus()))) {
            caveats.add("SSD_OVERWRITTEN");
        }
        if (result.hiddenArea().equals(HiddenArea.NOT_EXAMINED.name())) {
            caveats.add("HIDDEN_AREA_NOT_EXAMINED");
        }
        return List.copyOf(caveats);
    }
}

package eu.boucle.web.api;

import eu.boucle.asset.Outcome;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.WeightBasis;
import eu.boucle.treatment.ReportStanding;
import eu.boucle.treatment.ReportTreatment;
import eu.boucle.treatment.TreatmentCorrections;
import eu.boucle.treatment.TreatmentDesk;
import eu.boucle.treatment.TreatmentView;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** What the partner did with a run. */
@RestController
@RequestMapping("/api/v1/pickups/{reference}/treatment")
class TreatmentApi {

    private final TreatmentDesk desk;
    private final TreatmentCorrections corrections;
    private final RunDesk runs;

    TreatmentApi(TreatmentDesk desk, TreatmentCorrections corrections, RunDesk runs) {
        this.desk = desk;
        this.corrections = corrections;
        this.runs = runs;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.PARTNER)
    Treatment report(@PathVariable String reference, @RequestBody ReportJson body, Actor actor) {
        return Treatment.of(desk.report(reference, body.command(), actor));
    }

    /** The fractions as the CSV template; the rest as fields of the form. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.PARTNER)
    Treatment reportFile(
            @PathVariable String reference,
            @RequestParam MultipartFile file,
            @RequestParam LocalDate treatedAt,
            @RequestParam Outcome outcome,
            @RequestParam(defaultValue = "") String method,
            @RequestParam(defaultValue = "") String reason,
            Actor actor)
            throws IOException {
        return Treatment.of(desk.report(
                reference,
                new ReportTreatment(treatedAt, outcome, Map.of(), desk.readCsv(file.getBytes()), method, reason),
                actor));
    }

    @GetMapping
    @Allowed({Role.COMPLIANCE, Role.WAREHOUSE, Role.PARTNER})
    Treatment treatment(@PathVariable String reference, Actor actor) {
        return Treatment.of(desk.ofRun(runs.run(reference, actor).id()).orElseThrow(NotFound::new));
    }

    /** The officer accepts masses that do not balance. */
    @PostMapping("/accept")
    @Allowed(Role.COMPLIANCE)
    Treatment accept(@PathVariable String reference, @RequestBody RequestsApi.Because body, Actor actor) {
        return Treatment.of(desk.accept(reference, eu.boucle.shared.Reason.of(body.reason()), actor));
    }

    /** Every version, oldest first. */
    @GetMapping("/versions")
    @Allowed({Role.COMPLIANCE, Role.WAREHOUSE, Role.PARTNER})
    Page<Treatment> versions(@PathVariable String reference, Actor actor) {
        return new Page<>(
                corrections.versions(reference, actor).stream()
                        .map(Treatment::of)
                        .toList(),
                null);
    }

    /** The officer lets a corrected report count: certificates are superseded with the reason. */
    @PostMapping("/correction/accept")
    @Allowed(Role.COMPLIANCE)
    Treatment acceptCorrection(@PathVariable String reference, @RequestBody RequestsApi.Because body, Actor actor) {
        return Treatment.of(corrections.accept(reference, eu.boucle.shared.Reason.of(body.reason()), actor));
    }

    @PostMapping("/correction/refuse")
    @Allowed(Role.COMPLIANCE)
    Treatment refuseCorrection(@PathVariable String reference, @RequestBody RequestsApi.Because body, Actor actor) {
        return Treatment.of(corrections.refuse(reference, eu.boucle.shared.Reason.of(body.reason()), actor));
    }

    record AssetOutcome(@Nullable String tag, @Nullable Outcome outcome) {}

    record FractionJson(
            @Nullable String kind,
            @Nullable BigDecimal weightKg,
            @Nullable String operation,
            @Nullable String mode,
            @Nullable String wasteCode,
            @Nullable String destination,
            @Nullable WeightBasis basis) {}

    record ReportJson(
            @Nullable LocalDate treatedAt,
            @Nullable Outcome outcome,
            @Nullable List<AssetOutcome> assets,
            @Nullable List<FractionJson> fractions,
            @Nullable String method,
            @Nullable String reason) {

        ReportTreatment command() {
            Map<AssetTag, Outcome> exceptions = new LinkedHashMap<>();
            List<AssetOutcome> given = Given.list(assets);
            for (int i = 0; i < given.size(); i++) {
                exceptions.put(
                        Given.tag("assets/" + i + "/tag", given.get(i).tag()),
                        Given.required("assets/" + i + "/outcome", given.get(i).outcome()));
            }
            List<FractionJson> parts = Given.list(fractions);
            return new ReportTreatment(
                    Given.required("treatedAt", treatedAt),
                    Given.required("outcome", outcome),
                    exceptions,
                    IntStream.range(0, parts.size())
                            .mapToObj(i -> fraction("fractions/" + i, parts.get(i)))
                            .toList(),
                    Given.text(method),
                    Given.text(reason));
        }

        private static ReportTreatment.Fraction fraction(String path, FractionJson part) {
            return new ReportTreatment.Fraction(
                    Given.required(path + "/kind", part.kind()),
                    Given.required(path + "/weightKg", part.weightKg()),
                    Given.required(path + "/operation", part.operation()),
                    part.mode(),
                    part.wasteCode(),
                    Given.text(part.destination()),
                    Given.required(path + "/basis", part.basis()));
        }
    }

    record Treatment(
            int version,
            LocalDate treatedAt,
            String method,
            List<TreatmentView.Line> fractions,
            BigDecimal inKg,
            BigDecimal outKg,
            boolean balanced,
            BigDecimal notFinalKg,
            ReportStanding standing,
            @Nullable String reason,
            @Nullable String ruling) {

        static Treatment of(TreatmentView view) {
            return new Treatment(
                    view.version(),
                    view.treatedAt(),
                    view.method(),
                    view.fractions(),
                    view.inKg(),
                    view.outKg(),
                    view.balanced(),
                    view.notFinalKg(),
                    view.standing(),
                    view.correctionReason(),
                    view.ruledReason());
        }
    }
}

package eu.boucle.web.api;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.document.FileId;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.DestructionBench;
import eu.boucle.sanitization.DestructionRecord;
import eu.boucle.sanitization.DriveResult;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.ManualRecord;
import eu.boucle.sanitization.ReportId;
import eu.boucle.sanitization.ReportView;
import eu.boucle.sanitization.ResultId;
import eu.boucle.sanitization.Verdict;
import eu.boucle.shared.Reason;
import eu.boucle.shared.SerialNumber;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Evidence on media: reports, manual records, destruction. */
@RestController
@RequestMapping("/api/v1")
class SanitizationApi {

    private final EvidenceDesk desk;
    private final DestructionBench bench;
    private final RequestDesk requests;

    SanitizationApi(EvidenceDesk desk, DestructionBench bench, RequestDesk requests) {
        this.desk = desk;
        this.bench = bench;
        this.requests = requests;
    }

    @PostMapping(path = "/sanitization/reports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Role.WAREHOUSE, Role.CLIENT, Role.PARTNER})
    @ResponseStatus(HttpStatus.CREATED)
    Report report(
            @RequestParam MultipartFile file, @RequestParam(required = false) @Nullable String request, Actor actor)
            throws IOException {
        String name = file.getOriginalFilename();
        return Report.of(desk.receive(
                name == null ? "report" : name,
                file.getBytes(),
                request == null ? null : requests.request(request, actor).id(),
                actor));
    }

    /** The report as the body itself. */
    @PostMapping("/sanitization/reports")
    @Allowed({Role.WAREHOUSE, Role.CLIENT, Role.PARTNER})
    @ResponseStatus(HttpStatus.CREATED)
    Report report(@RequestBody byte[] body, Actor actor) {
        return Report.of(desk.receive("report", body, null, actor));
    }

    @GetMapping("/sanitization/inbox")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    Page<Result> inbox(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return Page.of(desk.inbox(after, Page.limit(limit), actor), Result::of);
    }

    @PostMapping("/sanitization/results/{id}/link")
    @Allowed(Role.WAREHOUSE)
    Result link(@PathVariable String id, @RequestBody Link body, Actor actor) {
        return Result.of(desk.link(
                new ResultId(Given.id(id)), new MediumId(Given.required("mediumId", body.mediumId())), actor));
    }

    @PostMapping("/sanitization/results/{id}/dismiss")
    @Allowed(Role.WAREHOUSE)
    Result dismiss(@PathVariable String id, @RequestBody RequestsApi.Because body, Actor actor) {
        return Result.of(desk.dismiss(new ResultId(Given.id(id)), Reason.of(body.reason()), actor));
    }

    @PostMapping("/sanitization/results/{id}/rule")
    @Allowed(Role.COMPLIANCE)
    Result rule(@PathVariable String id, @RequestBody Ruling body, Actor actor) {
        return Result.of(desk.rule(
                new ResultId(Given.id(id)),
                Given.required("verdict", body.verdict()),
                Reason.of(body.reason()),
                actor));
    }

    @PostMapping("/media/{id}/record")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    AssetsApi.MediumJson record(@PathVariable String id, @RequestBody Manual body, Actor actor) {
        return AssetsApi.MediumJson.of(desk.record(new MediumId(Given.id(id)), body.command(), actor));
    }

    @PostMapping("/media/{id}/returned")
    @Allowed(Role.WAREHOUSE)
    AssetsApi.MediumJson returned(@PathVariable String id, @RequestBody RequestsApi.Because body, Actor actor) {
        return AssetsApi.MediumJson.of(desk.returned(new MediumId(Given.id(id)), Reason.of(body.reason()), actor));
    }

    /** Said by the warehouse; said again by compliance, the loss is accepted. */
    @PostMapping("/media/{id}/missing")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    AssetsApi.MediumJson missing(@PathVariable String id, @RequestBody RequestsApi.Because body, Actor actor) {
        return AssetsApi.MediumJson.of(desk.missing(new MediumId(Given.id(id)), Reason.of(body.reason()), actor));
    }

    @PostMapping("/media/{id}/found")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    AssetsApi.MediumJson found(@PathVariable String id, @RequestBody RequestsApi.Because body, Actor actor) {
        return AssetsApi.MediumJson.of(desk.foundAgain(new MediumId(Given.id(id)), Reason.of(body.reason()), actor));
    }

    @PostMapping("/media/{id}/destruction")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    AssetsApi.MediumJson destroy(@PathVariable String id, @RequestBody Destruction body, Actor actor) {
        return AssetsApi.MediumJson.of(bench.destroy(new MediumId(Given.id(id)), body.command(), actor));
    }

    @PostMapping("/media/{id}/destruction/validate")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    AssetsApi.MediumJson validateDestruction(@PathVariable String id, Actor actor) {
        return AssetsApi.MediumJson.of(bench.validate(new MediumId(Given.id(id)), actor));
    }

    record Link(@Nullable UUID mediumId) {}

    record Ruling(@Nullable Verdict verdict, @Nullable String reason) {}

    record Manual(
            @Nullable String technique,
            @Nullable SanitizationLevel level,
            @Nullable String tool,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Verdict result,
            @Nullable String note,
            @Nullable UUID attachment) {

        ManualRecord command() {
            return new ManualRecord(
                    Given.required("technique", technique),
                    Given.required("level", level),
                    Given.text(tool),
                    Given.required("startedAt", startedAt),
                    Given.required("endedAt", endedAt),
                    Given.required("result", result),
                    Given.text(note),
                    Given.ifGiven(attachment, FileId::new));
        }
    }

    record Destruction(
            @Nullable String method,
            @Nullable String norm,
            @Nullable String group,
            @Nullable Integer level,
            @Nullable BigDecimal particleMm2,
            @Nullable String machine,
            @Nullable Instant happenedAt,
            @Nullable String evidence) {

        DestructionRecord command() {
            return new DestructionRecord(
                    Given.required("method", method),
                    Given.text(norm),
                    Given.required("group", group),
                    Given.required("level", level),
                    particleMm2,
                    Given.text(machine),
                    Given.required("happenedAt", happenedAt),
                    Given.text(evidence));
        }
    }

    record Matched(@Nullable String tag, UUID mediumId) {}

    record Result(
            UUID id,
            @Nullable String mediumSerial,
            Verdict verdict,
            @Nullable SanitizationLevel level,
            List<String> reasons,
            String state,
            @Nullable Matched matched,
            List<AssetsApi.MediumJson> candidates) {

        static Result of(DriveResult result) {
            return new Result(
                    result.id().value(),
                    Given.ifGiven(result.serial(), SerialNumber::normalised),
                    result.verdict(),
                    result.level(),
                    result.reasons(),
                    result.state(),
                    Given.ifGiven(result.medium(), m -> new Matched(result.tag(), m.value())),
                    result.candidates().stream().map(AssetsApi.MediumJson::of).toList());
        }
    }

    record Report(
            UUID reportId,
            String sha256,
            String tool,
            String toolVersion,
            @Nullable UUID duplicateOf,
            List<Result> results) {

        static Report of(ReportView report) {
            return new Report(
                    report.id().value(),
                    report.sha256(),
                    report.tool(),
                    report.toolVersion(),
                    Given.ifGiven(report.duplicateOf(), ReportId::value),
                    report.results().stream().map(Result::of).toList());
        }
    }
}

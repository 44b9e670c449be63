package eu.boucle.web.api;

import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.Reception;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunRow;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.Reason;
import eu.boucle.shared.WeightBasis;
import eu.boucle.web.security.Allowed;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Runs of the recycling partner. */
@RestController
@RequestMapping("/api/v1")
class PickupsApi {

    private final RunDesk desk;
    private final Papers papers;

    PickupsApi(RunDesk desk, Papers papers) {
        this.desk = desk;
        this.papers = papers;
    }

    @GetMapping("/pickups")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    Page<Row> list(
            @RequestParam(required = false) @Nullable Set<RunStatus> status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return Page.of(desk.page(status == null ? Set.of() : status, after, Page.limit(limit), actor), Row::of);
    }

    @GetMapping("/pickups/{reference}")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    Run run(@PathVariable String reference, Actor actor) {
        return Run.of(desk.run(reference, actor));
    }

    @PostMapping("/pickups")
    @Allowed(Role.WAREHOUSE)
    ResponseEntity<Run> plan(@RequestBody NewRun body, Actor actor) {
        RunView run = desk.plan(body.command(), actor);
        return ResponseEntity.created(URI.create("/api/v1/pickups/" + run.reference()))
                .body(Run.of(run));
    }

    @PutMapping("/pickups/{reference}")
    @Allowed(Role.WAREHOUSE)
    Run replan(@PathVariable String reference, @RequestBody NewRun body, Actor actor) {
        return Run.of(desk.replan(reference, body.command(), actor));
    }

    @PostMapping("/pickups/{reference}/confirm")
    @Allowed(Role.PARTNER)
    Run confirm(@PathVariable String reference, Actor actor) {
        return Run.of(desk.confirm(reference, actor));
    }

    @PostMapping("/pickups/{reference}/decline")
    @Allowed(Role.PARTNER)
    Run decline(@PathVariable String reference, @RequestBody Declined body, Actor actor) {
        return Run.of(desk.decline(
                reference, Reason.of(body.reason()), Given.ifGiven(body.window(), w -> w.period("window")), actor));
    }

    @PostMapping("/pickups/{reference}/slips")
    @Allowed(Role.WAREHOUSE)
    Run slips(@PathVariable String reference, @RequestBody Slips body, Actor actor) {
        return Run.of(desk.enterSlips(reference, SlipJson.slips(body.slips()), actor));
    }

    @PostMapping("/pickups/{reference}/cancel")
    @Allowed(Role.WAREHOUSE)
    Run cancel(@PathVariable String reference, @RequestBody RequestsApi.Because body, Actor actor) {
        return Run.of(desk.cancel(reference, Reason.of(body.reason()), actor));
    }

    @GetMapping(path = "/pickups/{reference}/manifest.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    byte[] manifest(@PathVariable String reference, Actor actor) {
        PaperView paper = papers.latest(
                        "MANIFEST", desk.run(reference, actor).id().value())
                .orElseThrow(NotFound::new);
        return papers.bytes(paper.id());
    }

    @PostMapping("/pickups/{reference}/handover")
    @Allowed(Role.WAREHOUSE)
    Run handOver(@PathVariable String reference, @RequestBody HandoverJson body, Actor actor) {
        return Run.of(desk.handOver(reference, body.command(), actor));
    }

    @PostMapping("/pickups/{reference}/reception")
    @Allowed(Role.PARTNER)
    Run receive(@PathVariable String reference, @RequestBody ReceptionJson body, Actor actor) {
        return Run.of(desk.receive(reference, body.command(), actor));
    }

    record Declined(@Nullable String reason, RequestsApi.@Nullable Window window) {}

    record SlipJson(@Nullable String wasteCode, @Nullable String number) {
        static List<Handover.Slip> slips(@Nullable List<SlipJson> slips) {
            List<SlipJson> given = Given.list(slips);
            return IntStream.range(0, given.size())
                    .mapToObj(i -> new Handover.Slip(
                            Given.required(
                                    "slips/" + i + "/wasteCode", given.get(i).wasteCode()),
                            Given.required(
                                    "slips/" + i + "/number", given.get(i).number())))
                    .toList();
        }
    }

    record Slips(@Nullable List<SlipJson> slips) {}

    record CarrierJson(
            @Nullable String name,
            @Nullable String siret,
            @Nullable String receipt,
            @Nullable LocalDate receiptUntil,
            @Nullable String exemption) {}

    record NewRun(
            @Nullable UUID partnerSite,
            @Nullable CarrierJson carrier,
            RequestsApi.@Nullable Window window,
            @Nullable List<String> requests,
            @Nullable List<String> assets,
            @Nullable BigDecimal lithiumKg,
            @Nullable Boolean propose) {

        PlanRun command() {
            return new PlanRun(
                    new PartnerSiteId(Given.required("partnerSite", partnerSite)),
                    Given.ifGiven(
                            carrier,
                            c -> new PlanRun.Carrier(
                                    Given.text(c.name()),
                                    Given.text(c.siret()),
                                    Given.text(c.receipt()),
                                    c.receiptUntil(),
                                    Given.text(c.exemption()))),
                    Given.required("window", window).period("window"),
                    Given.list(requests),
                    Given.tags("assets", assets),
                    lithiumKg,
                    !Boolean.FALSE.equals(propose));
        }
    }

    record Signature(@Nullable String kind, @Nullable String value) {}

    record HandoverJson(
            @Nullable String driverName,
            @Nullable String plate,
            @Nullable Signature signature,
            @Nullable List<String> seals,
            @Nullable List<SlipJson> slips) {

        Handover command() {
            Signature given = Given.required("signature", signature);
            return new Handover(
                    Given.text(driverName),
                    Given.text(plate),
                    Given.text(given.kind()),
                    Given.text(given.value()),
                    Given.list(seals),
                    SlipJson.slips(slips));
        }
    }

    record RefusedJson(@Nullable String tag, @Nullable String reason) {}

    record CountJson(
            @Nullable String type,
            @Nullable String container,
            @Nullable Integer count) {

        Reception.Count count(String path) {
            if (container != null) {
                throw Invalid.field(path + "/container", "CONTAINER_UNKNOWN", container);
            }
            return new Reception.Count(Given.required(path + "/type", type), Given.required(path + "/count", count));
        }
    }

    /** @param received tags, or the word ALL, or the word ROUND; may be left out when everything is counted */
    record ReceptionJson(
            @Nullable Instant receivedAt,
            @Nullable BigDecimal weightKg,
            @Nullable JsonNode received,
            @Nullable List<RefusedJson> refused,
            @Nullable List<String> missing,
            @Nullable List<CountJson> counts) {

        Reception command() {
            List<CountJson> counted = Given.list(counts);
            JsonNode given = received == null && !counted.isEmpty()
                    ? tools.jackson.databind.node.JsonNodeFactory.instance.arrayNode()
                    : Given.required("received", received);
            boolean all = given.isString() && "ALL".equals(given.asString());
            boolean round = given.isString() && "ROUND".equals(given.asString());
            if (given.isString() && !all && !round) {
                throw Invalid.field("received", "UNKNOWN_WORD", given.asString(), "ALL, ROUND");
            }
            List<String> tags = given.isArray()
                    ? given.valueStream().map(JsonNode::asString).toList()
                    : List.of();
            List<RefusedJson> refusals = Given.list(refused);
            return new Reception(
                    Given.required("receivedAt", receivedAt),
                    Given.required("weightKg", weightKg),
                    all,
                    round,
                    Given.tags("received", tags),
                    IntStream.range(0, refusals.size())
                            .mapToObj(i -> new Reception.RefusedTag(
                                    Given.tag(
                                            "refused/" + i + "/tag",
                                            refusals.get(i).tag()),
                                    Given.text(refusals.get(i).reason())))
                            .toList(),
                    Given.tags("missing", missing),
                    IntStream.range(0, counted.size())
                            .mapToObj(i -> counted.get(i).count("counts/" + i))
                            .toList());
        }
    }

    record Row(
            String reference,
            RunStatus status,
            String partnerSite,
            Period window,
            int assets,
            List<String> requests,
            Instant plannedAt) {

        static Row of(RunRow row) {
            return new Row(
                    row.reference(),
                    row.status(),
                    row.partnerSite(),
                    row.window(),
                    row.assets(),
                    row.requests(),
                    row.plannedAt());
        }
    }

    record Line(
            String tag,
            String type,
            String manufacturer,
            String model,
            String serial,
            String wasteCode,
            boolean dangerous,
            String clearance,
            BigDecimal weightKg,
            WeightBasis basis,
            @Nullable String received) {}

    record Run(
            String reference,
            RunStatus status,
            PartnerSitesApi.PartnerSiteJson partnerSite,
            Period window,
            List<String> requests,
            @Nullable BigDecimal lithiumKg,
            @Nullable String declineReason,
            @Nullable Period offeredWindow,
            @Nullable String manifestSha256,
            List<Line> manifest,
            @Nullable String driverName,
            @Nullable String plate,
            List<String> seals,
            List<Handover.Slip> slips,
            @Nullable Instant handedOverAt,
            @Nullable Instant receivedAt,
            @Nullable BigDecimal weightKg,
            @Nullable WeightBasis basis) {

        static Run of(RunView run) {
            return new Run(
                    run.reference(),
                    run.status(),
                    PartnerSitesApi.PartnerSiteJson.of(run.partnerSite()),
                    run.window(),
                    run.requests().stream().map(RunView.RunRequest::reference).toList(),
                    run.lithiumKg(),
                    run.declineReason(),
                    run.offeredWindow(),
                    run.manifestSha256(),
                    run.manifest().stream()
                            .map(l -> new Line(
                                    l.tag().value(),
                                    l.type(),
                                    l.manufacturer(),
                                    l.model(),
                                    l.serial(),
                                    l.wasteCode(),
                                    l.dangerous(),
                                    l.clearance(),
                                    l.estimatedKg(),
                                    WeightBasis.ESTIMATED,
                                    l.received()))
                            .toList(),
                    run.driverName(),
                    run.plate(),
                    run.seals(),
                    run.slips(),
                    run.handedOverAt(),
                    run.receivedAt(),
                    run.receivedKg(),
                    run.receivedKg() == null ? null : WeightBasis.MEASURED);
        }
    }
}

package eu.boucle.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.boucle.asset.AssetLabels;
import eu.boucle.asset.AssetMoved;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.Reclassify;
import eu.boucle.asset.RegisterExport;
import eu.boucle.asset.RegisterLot;
import eu.boucle.custody.AssetsAside;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.EvidenceView;
import eu.boucle.shared.Reason;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Weight;
import eu.boucle.shared.WeightBasis;
import eu.boucle.web.security.Allowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Assets by their tag: what they are, where they stand, everything that happened to them. */
@RestController
@RequestMapping("/api/v1/assets")
class AssetsApi {

    private final AssetRegister register;
    private final RegisterExport export;
    private final MediaRegister media;
    private final ScanRounds rounds;
    private final EvidenceDesk evidence;
    private final AssetQuestions questions;
    private final AssetsAside aside;
    private final AssetLabels labels;
    private final Accounts accounts;
    private final Clock clock;

    AssetsApi(
            AssetRegister register,
            RegisterExport export,
            MediaRegister media,
            ScanRounds rounds,
            EvidenceDesk evidence,
            AssetQuestions questions,
            AssetsAside aside,
            AssetLabels labels,
            Accounts accounts,
            Clock clock) {
        this.register = register;
        this.export = export;
        this.media = media;
        this.rounds = rounds;
        this.evidence = evidence;
        this.questions = questions;
        this.aside = aside;
        this.labels = labels;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** The whole register that the caller may see, as it is read. */
    @GetMapping(produces = "text/csv")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    void csv(Actor actor, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        export.write(response.getOutputStream(), actor);
    }

    @GetMapping("/{tag}")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    AssetJson asset(@PathVariable String tag, Actor actor) {
        return AssetJson.of(register.asset(Given.tag(tag), actor));
    }

    @PatchMapping("/{tag}")
    @Allowed(Role.COMPLIANCE)
    AssetJson reclassify(@PathVariable String tag, @RequestBody Correction body, Actor actor) {
        return AssetJson.of(register.reclassify(
                new Reclassify(
                        Given.tag(tag),
                        body.weeeCategory(),
                        body.wasteCode(),
                        body.largestDimensionCm(),
                        body.hazardousComponents(),
                        Reason.of(body.reason())),
                actor));
    }

    @PostMapping("/{tag}/withdraw")
    @Allowed(Role.WAREHOUSE)
    AssetJson withdraw(@PathVariable String tag, @RequestBody RequestsApi.Because because, Actor actor) {
        AssetView asset = register.asset(Given.tag(tag), actor);
        register.withdraw(List.of(asset.id()), actor, clock.instant(), Reason.of(because.reason()));
        return AssetJson.of(register.asset(asset.id()));
    }

    @PostMapping("/{tag}/missing")
    @Allowed(Role.WAREHOUSE)
    AssetJson missing(@PathVariable String tag, @RequestBody RequestsApi.Because because, Actor actor) {
        return AssetJson.of(aside.missing(Given.tag(tag), Reason.of(because.reason()), actor));
    }

    @PostMapping("/{tag}/found")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    AssetJson found(@PathVariable String tag, @RequestBody RequestsApi.Because because, Actor actor) {
        return AssetJson.of(aside.found(Given.tag(tag), Reason.of(because.reason()), actor));
    }

    /** The same tag again; the label itself is {@code GET /requests/{ref}/labels?tag=}. */
    @PostMapping("/{tag}/reprint-label")
    @Allowed(Role.WAREHOUSE)
    AssetJson reprint(@PathVariable String tag, @RequestBody RequestsApi.Because because, Actor actor) {
        return AssetJson.of(labels.reprinted(Given.tag(tag), Reason.of(because.reason()), actor));
    }

    /** Another tag; the old one is void for ever. */
    @PostMapping("/{tag}/replace-tag")
    @Allowed(Role.WAREHOUSE)
    AssetJson replaceTag(@PathVariable String tag, @RequestBody RequestsApi.Because because, Actor actor) {
        return AssetJson.of(labels.replaced(Given.tag(tag), Reason.of(because.reason()), actor));
    }

    @PostMapping("/{tag}/media")
    @Allowed(Role.WAREHOUSE)
    AssetJson mediumFound(@PathVariable String tag, @RequestBody LineJson.DeclaredMediumJson body, Actor actor) {
        register.asset(Given.tag(tag), actor);
        media.found(
                Given.tag(tag),
                new RegisterLot.ExpectedMedium(
                        body.kind() == null ? MediumKind.UNKNOWN : body.kind(),
                        body.attached() == null ? MediumInterface.NONE : body.attached(),
                        SerialNumber.of(body.serial()).orElse(null),
                        Given.text(body.model()),
                        body.capacityGb()),
                actor,
                clock.instant());
        return AssetJson.of(register.asset(Given.tag(tag), actor));
    }

    @PostMapping("/{tag}/confirm-empty")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    Empty confirmEmpty(@PathVariable String tag, Actor actor) {
        boolean both = media.confirmEmpty(Given.tag(tag), actor, clock.instant());
        return new Empty(both, AssetJson.of(register.asset(Given.tag(tag), actor)));
    }

    @GetMapping("/{tag}/history")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<Happening> history(@PathVariable String tag, Actor actor) {
        AssetView asset = register.asset(Given.tag(tag), actor);
        List<Happening> all = new ArrayList<>();
        List<AssetMoved> moves = register.history(asset.id());
        List<ScanRounds.ScanRecord> scans = rounds.scansOf(asset.id());
        List<EvidenceView> proofs = asset.media().stream()
                .flatMap(m -> evidence.evidenceOf(m.id()).stream())
                .toList();
        Map<UUID, String> names = accounts.names(java.util.stream.Stream.of(
                        moves.stream().map(AssetMoved::by),
                        scans.stream().map(ScanRounds.ScanRecord::by),
                        proofs.stream().map(EvidenceView::performer))
                .flatMap(s -> s)
                .filter(Objects::nonNull)
                .toList());
        moves.forEach(m -> all.add(new Happening(
                m.at(), m.medium() == null ? "ASSET" : "MEDIUM", m.verb(), m.to(), name(names, m.by()), m.note())));
        scans.forEach(s -> all.add(new Happening(
                s.happenedAt(),
                "SCAN",
                s.mode().name(),
                s.answer(),
                name(names, s.by()),
                s.undone() ? "UNDONE" : s.reference())));
        proofs.forEach(e -> all.add(new Happening(
                e.recordedAt(), "EVIDENCE", e.kind(), e.result(), name(names, e.performer()), e.technique())));
        questions.ofAsset(asset.id()).forEach(q -> {
            all.add(new Happening(q.askedAt(), "QUESTION", "asked", q.state().name(), "", q.question()));
            if (q.answeredAt() != null) {
                all.add(new Happening(
                        q.answeredAt(), "QUESTION", "answered", q.state().name(), "", q.answer()));
            }
            if (q.closedAt() != null) {
                all.add(new Happening(
                        q.closedAt(), "QUESTION", "closed", q.state().name(), "", ""));
            }
        });
        all.sort(Comparator.comparing(Happening::at));
        return new Page<>(all, null);
    }

    private static String name(Map<UUID, String> names, @Nullable UUID person) {
        return person == null ? "Boucle" : names.getOrDefault(person, "");
    }

    record Correction(
            @Nullable String weeeCategory,
            @Nullable String wasteCode,
            @Nullable BigDecimal largestDimensionCm,
            @Nullable Boolean hazardousComponents,
            @Nullable String reason) {}

    record Empty(boolean confirmedByBoth, AssetJson asset) {}

    record Happening(Instant at, String kind, String what, String result, String by, String note) {}

    record AssetJson(
            String tag,
            String type,
            String manufacturer,
            String model,
            @Nullable String serial,
            AssetState status,
            Clearance clearance,
            @Nullable String weeeCategory,
            @Nullable String wasteCode,
            boolean dangerous,
            String classificationSource,
            @Nullable BigDecimal weightKg,
            @Nullable WeightBasis basis,
            List<MediumJson> media) {

        static AssetJson of(AssetView asset) {
            Weight weight = asset.weight();
            return new AssetJson(
                    asset.tag().value(),
                    asset.type(),
                    asset.manufacturer(),
                    asset.model(),
                    Given.ifGiven(asset.serial(), SerialNumber::normalised),
                    asset.state(),
                    asset.clearance(),
                    asset.weeeCategory(),
                    asset.wasteCode(),
                    asset.dangerous(),
                    asset.classificationSource(),
                    Given.ifGiven(weight, Weight::kilograms),
                    Given.ifGiven(weight, Weight::basis),
                    asset.media().stream().map(MediumJson::of).toList());
        }
    }

    record MediumJson(
            UUID id,
            String tag,
            MediumKind kind,
            @JsonProperty("interface") MediumInterface attached,
            @Nullable String serial,
            MediumStatus status,
            boolean decided,
            boolean unnamed) {

        static MediumJson of(MediumView medium) {
            return new MediumJson(
                    medium.id().value(),
                    medium.tag().value(),
                    medium.kind(),
                    medium.attached(),
                    Given.ifGiven(medium.serial(), SerialNumber::normalised),
                    medium.status(),
                    medium.decided(),
                    medium.unnamed());
        }
    }
}

package eu.boucle.web.api;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumId;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyId;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.custody.GapByHand;
import eu.boucle.custody.KeptPhoto;
import eu.boucle.custody.NewPhoto;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Slice;
import eu.boucle.web.GapsByHand;
import eu.boucle.web.security.Allowed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gaps between declared, collected and received: opened by hand, shown, ended. */
@RestController
@RequestMapping("/api/v1/discrepancies")
class DiscrepanciesApi {

    private final Discrepancies discrepancies;
    private final GapsByHand byHand;
    private final AssetRegister register;

    DiscrepanciesApi(Discrepancies discrepancies, GapsByHand byHand, AssetRegister register) {
        this.discrepancies = discrepancies;
        this.byHand = byHand;
        this.register = register;
    }

    @GetMapping
    @Allowed(Role.COMPLIANCE)
    Page<DiscrepancyJson> discrepancies(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        Slice<DiscrepancyView> slice = discrepancies.page(after, Page.limit(limit), actor);
        Map<AssetId, String> tags =
                register
                        .assets(slice.items().stream()
                                .map(DiscrepancyView::asset)
                                .filter(Objects::nonNull)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(
                                AssetView::id, asset -> asset.tag().value()));
        return Page.of(slice, view -> DiscrepancyJson.of(view, tags));
    }

    /** About an item, a run, a request, or none of them. */
    @PostMapping
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    ResponseEntity<DiscrepancyJson> open(@RequestBody NewGap body, Actor actor) {
        DiscrepancyView opened = byHand.open(
                Given.required("kind", body.kind()),
                Given.text(body.tag()),
                Given.text(body.request()),
                Given.text(body.run()),
                Given.text(body.detail()),
                List.of(),
                actor);
        return ResponseEntity.created(
                        URI.create("/api/v1/discrepancies/" + opened.id().value()))
                .body(json(opened));
    }

    @GetMapping("/{id}")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    DiscrepancyJson discrepancy(@PathVariable String id) {
        return json(discrepancies.discrepancy(new DiscrepancyId(Given.id(id))));
    }

    /** The body is the picture: JPEG, PNG or WebP, known by its content. */
    @PostMapping(
            path = "/{id}/photos",
            consumes = {
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                MediaType.IMAGE_JPEG_VALUE,
                MediaType.IMAGE_PNG_VALUE,
                "image/webp"
            })
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    DiscrepancyJson photo(
            @PathVariable String id,
            @RequestBody byte[] bytes,
            @RequestParam(defaultValue = "photo") String name,
            Actor actor) {
        return json(
                discrepancies.addPhotos(new DiscrepancyId(Given.id(id)), List.of(new NewPhoto(name, bytes)), actor));
    }

    @GetMapping("/{id}/photos/{number}")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    ResponseEntity<byte[]> photo(@PathVariable String id, @PathVariable int number, Actor actor) {
        KeptPhoto photo = discrepancies.photo(new DiscrepancyId(Given.id(id)), number, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.picture().mediaType()))
                .body(photo.bytes());
    }

    @PostMapping("/{id}/resolve")
    @Allowed(Role.COMPLIANCE)
    DiscrepancyJson resolve(@PathVariable String id, @RequestBody Resolution body, Actor actor) {
        return json(discrepancies.resolve(
                new DiscrepancyId(Given.id(id)),
                Given.required("outcome", body.outcome()),
                Reason.of(body.reason()),
                actor));
    }

    private DiscrepancyJson json(DiscrepancyView view) {
        AssetId asset = view.asset();
        return DiscrepancyJson.of(
                view,
                asset == null
                        ? Map.of()
                        : Map.of(asset, register.asset(asset).tag().value()));
    }

    record NewGap(
            @Nullable GapByHand kind,
            @Nullable String tag,
            @Nullable String request,
            @Nullable String run,
            @Nullable String detail) {}

    record Resolution(
            @Nullable DiscrepancyOutcome outcome, @Nullable String reason) {}

    record DiscrepancyJson(
            UUID id,
            String kind,
            @Nullable String tag,
            @Nullable UUID medium,
            @Nullable UUID request,
            @Nullable UUID run,
            String detail,
            Instant openedAt,
            Instant dueAt,
            @Nullable DiscrepancyOutcome outcome,
            String note,
            int photos) {

        static DiscrepancyJson of(DiscrepancyView view, Map<AssetId, String> tags) {
            return new DiscrepancyJson(
                    view.id().value(),
                    view.kind(),
                    Given.ifGiven(view.asset(), id -> tags.getOrDefault(id, "")),
                    Given.ifGiven(view.medium(), MediumId::value),
                    Given.ifGiven(view.request(), RequestId::value),
                    Given.ifGiven(view.run(), RunId::value),
                    view.detail(),
                    view.openedAt(),
                    view.dueAt(),
                    view.outcome(),
                    view.note(),
                    view.photos());
        }
    }
}

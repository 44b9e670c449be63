package eu.boucle.web.api;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Reclassify;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.web.api.AssetsApi.AssetJson;
import eu.boucle.web.security.Allowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Several assets of a request at once: all of them or none. */
@RestController
@RequestMapping("/api/v1/requests/{reference}/assets")
class LotApi {

    private final RequestDesk requests;
    private final AssetRegister register;
    private final Clock clock;

    LotApi(RequestDesk requests, AssetRegister register, Clock clock) {
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    @PatchMapping
    @Allowed(Role.COMPLIANCE)
    Page<AssetJson> reclassify(@PathVariable String reference, @RequestBody Corrections body, Actor actor) {
        RequestId request = requests.request(reference, actor).id();
        List<AssetView> chosen = chosen(request, body.tags(), actor);
        return page(register.reclassifyAll(
                new Reclassify(
                        chosen.stream().map(AssetView::tag).toList(),
                        body.weeeCategory(),
                        body.wasteCode(),
                        body.largestDimensionCm(),
                        body.hazardousComponents(),
                        Reason.of(body.reason())),
                actor));
    }

    @PostMapping("/withdraw")
    @Allowed(Role.WAREHOUSE)
    Page<AssetJson> withdraw(@PathVariable String reference, @RequestBody Withdrawal body, Actor actor) {
        RequestId request = requests.request(reference, actor).id();
        List<AssetView> chosen = chosen(request, body.tags(), actor);
        register.withdraw(
                chosen.stream().map(AssetView::id).toList(), actor, clock.instant(), Reason.of(body.reason()));
        return page(register.assets(chosen.stream().map(AssetView::id).toList()));
    }

    private List<AssetView> chosen(RequestId request, @Nullable List<String> given, Actor actor) {
        List<AssetTag> tags = Given.tags("tags", given);
        if (tags.isEmpty()) {
            throw Invalid.field("tags", "NOTHING_CHOSEN", "");
        }
        List<AssetView> chosen = register.together(tags, actor);
        if (!chosen.getFirst().request().equals(request)) {
            throw Invalid.field("tags", "NOT_OF_ONE_REQUEST", tags.getFirst().value());
        }
        return chosen;
    }

    private static Page<AssetJson> page(List<AssetView> assets) {
        return new Page<>(assets.stream().map(AssetJson::of).toList(), null);
    }

    record Corrections(
            @Nullable List<String> tags,
            @Nullable String weeeCategory,
            @Nullable String wasteCode,
            @Nullable BigDecimal largestDimensionCm,
            @Nullable Boolean hazardousComponents,
            @Nullable String reason) {}

    record Withdrawal(@Nullable List<String> tags, @Nullable String reason) {}
}

package eu.boucle.web.api;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.DataAmendment;
import eu.boucle.decommissioning.DataAmendments;
import eu.boucle.decommissioning.FoundLine;
import eu.boucle.decommissioning.FoundOnSite;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Reason;
import eu.boucle.web.security.Allowed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Machines found on site, the client's word on them, and its later instructions for the data. */
@RestController
@RequestMapping("/api/v1/requests/{reference}")
class FoundApi {

    private final RequestDesk requests;
    private final FoundOnSite found;
    private final DataAmendments amendments;

    FoundApi(RequestDesk requests, FoundOnSite found, DataAmendments amendments) {
        this.requests = requests;
        this.found = found;
        this.amendments = amendments;
    }

    @PostMapping("/assets")
    @Allowed(Role.WAREHOUSE)
    @ResponseStatus(HttpStatus.CREATED)
    AssetsApi.AssetJson add(@PathVariable String reference, @RequestBody Seen body, Actor actor) {
        RequestView request = requests.request(reference, actor);
        return AssetsApi.AssetJson.of(
                found.add(request.reference(), body.line().line(), Reason.of(body.reason()), actor));
    }

    @GetMapping("/found")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<Found> found(@PathVariable String reference, Actor actor) {
        return new Page<>(
                found.of(requests.request(reference, actor).id()).stream()
                        .map(Found::of)
                        .toList(),
                null);
    }

    @PostMapping("/found/{line}/confirm")
    @Allowed(Role.CLIENT)
    Found confirm(@PathVariable String reference, @PathVariable int line, @RequestBody Confirmed body, Actor actor) {
        RequestView request = requests.request(reference, actor);
        return Found.of(found.confirm(request.reference(), line, body.data(), actor));
    }

    @PostMapping("/found/{line}/object")
    @Allowed(Role.CLIENT)
    Found object(
            @PathVariable String reference,
            @PathVariable int line,
            @RequestBody RequestsApi.Because because,
            Actor actor) {
        RequestView request = requests.request(reference, actor);
        return Found.of(found.object(request.reference(), line, Reason.of(because.reason()), actor));
    }

    @PatchMapping("/lines/{line}/data")
    @Allowed(Role.CLIENT)
    Amendment amend(@PathVariable String reference, @PathVariable int line, @RequestBody Amend body, Actor actor) {
        RequestView request = requests.request(reference, actor);
        return Amendment.of(amendments.amend(
                request.reference(),
                line,
                new DataInstruction(
                        Given.required("action", body.action()),
                        Given.required("where", body.where()),
                        Given.required("level", body.level())),
                Reason.of(body.reason()),
                actor));
    }

    /** Those after the first, which stands with its line. */
    @GetMapping("/amendments")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<Amendment> amendments(@PathVariable String reference, Actor actor) {
        return new Page<>(
                amendments.of(requests.request(reference, actor).id()).stream()
                        .map(Amendment::of)
                        .toList(),
                null);
    }

    /** A line as a program writes it, with why it is added. */
    record Seen(
            @Nullable String type,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String condition,
            @Nullable String placedOnMarket,
            @Nullable BigDecimal largestDimensionCm,
            @Nullable BigDecimal weightKg,
            @Nullable List<LineJson.DeclaredMediumJson> media,
            @Nullable String reason) {

        LineJson line() {
            return new LineJson(
                    type,
                    manufacturer,
                    model,
                    serial,
                    1,
                    condition,
                    placedOnMarket,
                    largestDimensionCm,
                    weightKg,
                    media,
                    null);
        }
    }

    record Confirmed(@Nullable DataInstruction data) {}

    record Amend(
            @Nullable DataAction action,
            @Nullable DataPlace where,
            @Nullable SanitizationLevel level,
            @Nullable String reason) {}

    record Found(
            int line,
            String tag,
            String reason,
            Instant addedAt,
            FoundLine.@Nullable Answer answer,
            String answerReason,
            @Nullable Instant answeredAt) {

        static Found of(FoundLine found) {
            return new Found(
                    found.line(),
                    found.tag().value(),
                    found.reason(),
                    found.addedAt(),
                    found.answer(),
                    found.answerReason(),
                    found.answeredAt());
        }
    }

    record Amendment(int line, DataInstruction data, String reason, Instant decidedAt) {

        static Amendment of(DataAmendment amendment) {
            return new Amendment(amendment.line(), amendment.instruction(), amendment.reason(), amendment.decidedAt());
        }
    }
}

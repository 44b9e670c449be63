package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunHappening;
import eu.boucle.shared.Reason;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is changed on a run after it was planned, and its history. */
@RestController
@RequestMapping("/api/v1/pickups/{reference}")
class RunChangesApi {

    private final RunDesk desk;

    RunChangesApi(RunDesk desk) {
        this.desk = desk;
    }

    @PostMapping("/shorten")
    @Allowed(Role.WAREHOUSE)
    PickupsApi.Run shorten(@PathVariable String reference, @RequestBody Off body, Actor actor) {
        return PickupsApi.Run.of(
                desk.shorten(reference, Given.tags("assets", body.assets()), Reason.of(body.reason()), actor));
    }

    @GetMapping("/history")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    Page<RunHappeningJson> history(@PathVariable String reference, Actor actor) {
        return new Page<>(
                desk.history(reference, actor).stream()
                        .map(RunHappeningJson::of)
                        .toList(),
                null);
    }

    record Off(@Nullable List<String> assets, @Nullable String reason) {}

    record RunHappeningJson(String kind, Instant at, String note) {
        static RunHappeningJson of(RunHappening happening) {
            return new RunHappeningJson(happening.kind(), happening.at(), happening.note());
        }
    }
}

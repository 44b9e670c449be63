package eu.boucle.web.api;

import eu.boucle.flow.DemoClock;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.web.security.Allowed;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The demo's clock, which goes forward only. No other profile has this route. */
@RestController
@RequestMapping("/api/v1")
@Profile("demo")
class DemoClockApi {

    private final DemoClock clock;

    DemoClockApi(DemoClock clock) {
        this.clock = clock;
    }

    @PostMapping("/demo/clock")
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    Moved forward(@RequestBody Forward body) {
        return new Moved(clock.forward(duration(body.forward())));
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw Invalid.field("forward", "DEMO_CLOCK_WRONG", text);
        }
    }

    /** @param forward an ISO 8601 duration: {@code P3D}, {@code PT1H} */
    record Forward(String forward) {}

    record Moved(Instant now) {}
}

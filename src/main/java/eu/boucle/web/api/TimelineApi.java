package eu.boucle.web.api;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.web.request.RequestTimeline;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The story of a request, as its page tells it. */
@RestController
class TimelineApi {

    private final RequestDesk desk;
    private final RequestTimeline timeline;

    TimelineApi(RequestDesk desk, RequestTimeline timeline) {
        this.desk = desk;
        this.timeline = timeline;
    }

    @GetMapping("/api/v1/requests/{reference}/timeline")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    List<Step> timeline(@PathVariable String reference, Actor actor) {
        return timeline.of(desk.request(reference, actor)).stream()
                .map(Step::of)
                .toList();
    }

    /** @param standing {@code done}, {@code now}, {@code later} or {@code stopped} */
    record Step(
            String step,
            String standing,
            @Nullable String about,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable Role expectedFrom,
            @Nullable Instant dueAt,
            List<Document> documents) {

        static Step of(RequestTimeline.Step step) {
            return new Step(
                    step.step(),
                    step.standing().name().toLowerCase(Locale.ROOT),
                    step.about(),
                    step.at(),
                    step.by(),
                    step.expectedFrom(),
                    step.dueAt(),
                    step.documents().stream()
                            .map(paper -> new Document(paper.type(), paper.number(), paper.version()))
                            .toList());
        }
    }

    record Document(String type, String number, int version) {}
}

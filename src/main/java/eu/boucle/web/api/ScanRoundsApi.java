package eu.boucle.web.api;

import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.Reason;
import eu.boucle.web.ScanSentences;
import eu.boucle.web.security.Allowed;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scan rounds: opened over a request or a run, filled by batches of scans, closed. */
@RestController
@RequestMapping("/api/v1/scan-rounds")
class ScanRoundsApi {

    private final ScanRounds rounds;
    private final RequestDesk requests;
    private final RunDesk runs;
    private final ScanSentences sentences;
    private final Clock clock;

    ScanRoundsApi(ScanRounds rounds, RequestDesk requests, RunDesk runs, ScanSentences sentences, Clock clock) {
        this.rounds = rounds;
        this.requests = requests;
        this.runs = runs;
        this.sentences = sentences;
        this.clock = clock;
    }

    @PostMapping
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    @ResponseStatus(HttpStatus.CREATED)
    Round open(@RequestBody Open body, Actor actor) {
        String subject = Given.required("subject", body.subject());
        RoundMode mode = Given.required("mode", body.mode());
        return Round.of(
                switch (mode) {
                    case LOADING -> runs.openLoading(subject, actor);
                    case RECEPTION -> runs.openReception(subject, actor);
                    case TAGGING, INTAKE, CONTROL -> {
                        RequestView request = requests.request(subject, actor);
                        yield rounds.open(
                                mode,
                                request.id(),
                                request.reference(),
                                request.organisation().value(),
                                actor);
                    }
                });
    }

    @PostMapping("/{id}/scans")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    List<Answer> scan(@PathVariable String id, @RequestBody List<Scan> scans, Actor actor, Locale locale) {
        List<ScanCommand> commands = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            Scan scan = scans.get(i);
            commands.add(new ScanCommand(
                    Given.required(i + "/id", scan.id()),
                    Given.required(i + "/code", scan.code()),
                    scan.serial(),
                    scan.happenedAt() == null ? clock.instant() : scan.happenedAt(),
                    Given.text(scan.note())));
        }
        return rounds.scan(new RoundId(Given.id(id)), commands, actor).stream()
                .map(answer -> new Answer(
                        answer.scan(), answer.word(), sentences.tag(answer), sentences.sentence(answer, locale)))
                .toList();
    }

    @DeleteMapping("/{id}/scans/{scan}")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    Round undo(@PathVariable String id, @PathVariable String scan, Actor actor) {
        RoundId round = new RoundId(Given.id(id));
        rounds.undo(round, Given.id(scan), actor);
        return Round.of(rounds.round(round, actor));
    }

    @GetMapping("/{id}")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    Round round(@PathVariable String id, Actor actor) {
        return Round.of(rounds.round(new RoundId(Given.id(id)), actor));
    }

    @PostMapping("/{id}/missing")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    Round missing(@PathVariable String id, @RequestBody Missing body, Actor actor) {
        return Round.of(rounds.missing(
                new RoundId(Given.id(id)), Given.tags("tags", body.tags()), Reason.of(body.reason()), actor));
    }

    @PostMapping("/{id}/staying")
    @Allowed(Role.WAREHOUSE)
    Round stay(@PathVariable String id, @RequestBody Missing body, Actor actor) {
        return Round.of(rounds.stay(
                new RoundId(Given.id(id)), Given.tags("tags", body.tags()), Reason.of(body.reason()), actor));
    }

    @PostMapping("/{id}/close")
    @Allowed({Role.WAREHOUSE, Role.PARTNER})
    Round close(@PathVariable String id, Actor actor) {
        return Round.of(rounds.close(new RoundId(Given.id(id)), actor));
    }

    record Open(@Nullable RoundMode mode, @Nullable String subject) {}

    record Scan(
            @Nullable UUID id,
            @Nullable String code,
            @Nullable String serial,
            @Nullable Instant happenedAt,
            @Nullable String note) {}

    record Answer(UUID id, String answer, @Nullable String tag, String message) {}

    record Missing(@Nullable List<String> tags, @Nullable String reason) {}

    record Lost(String tag, String reason) {}

    record Round(
            UUID id,
            RoundMode mode,
            String subject,
            boolean open,
            int expected,
            int found,
            List<String> remaining,
            List<Lost> missing,
            List<Lost> staying,
            List<RoundView.Unexpected> unexpected) {

        static Round of(RoundView round) {
            return new Round(
                    round.id().value(),
                    round.mode(),
                    round.reference(),
                    round.open(),
                    round.expected(),
                    round.found(),
                    round.items().stream()
                            .filter(i -> i.standing() == RoundView.Standing.EXPECTED)
                            .map(i -> i.tag().value())
                            .toList(),
                    because(round, RoundView.Standing.MISSING),
                    because(round, RoundView.Standing.STAYS),
                    round.unexpected());
        }

        private static List<Lost> because(RoundView round, RoundView.Standing standing) {
            return round.items().stream()
                    .filter(i -> i.standing() == standing)
                    .map(i -> new Lost(i.tag().value(), i.reason()))
                    .toList();
        }
    }
}

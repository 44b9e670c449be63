package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.CorrectHandover;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.HandoverCorrection;
import eu.boucle.pickup.HandoverCorrections;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.web.security.Allowed;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Notes that correct a handover: written by the storekeeper, counter-signed or refused by the partner. */
@RestController
@RequestMapping("/api/v1/pickups/{reference}/corrections")
class HandoverNotesApi {

    private final HandoverCorrections corrections;

    HandoverNotesApi(HandoverCorrections corrections) {
        this.corrections = corrections;
    }

    @GetMapping
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    Page<Note> notes(@PathVariable String reference, Actor actor) {
        return new Page<>(
                corrections.of(reference, actor).stream().map(Note::of).toList(), null);
    }

    @PostMapping
    @Allowed(Role.WAREHOUSE)
    ResponseEntity<Note> write(@PathVariable String reference, @RequestBody NewNote body, Actor actor) {
        HandoverCorrection note = corrections.write(reference, body.command(), actor);
        return ResponseEntity.created(
                        URI.create("/api/v1/pickups/" + reference + "/corrections/" + note.number() + ".pdf"))
                .body(Note.of(note));
    }

    @PostMapping("/{number}/countersign")
    @Allowed(Role.PARTNER)
    Note countersign(
            @PathVariable String reference, @PathVariable int number, @RequestBody CountersignJson body, Actor actor) {
        return Note.of(corrections.countersign(reference, number, Given.text(body.signedName()), actor));
    }

    @PostMapping("/{number}/refuse")
    @Allowed(Role.PARTNER)
    Note refuse(
            @PathVariable String reference, @PathVariable int number, @RequestBody CountersignJson body, Actor actor) {
        return Note.of(
                corrections.refuse(reference, number, Reason.of(body.reason()), Given.text(body.signedName()), actor));
    }

    @GetMapping(path = "/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER})
    byte[] pdf(@PathVariable String reference, @PathVariable int number, Actor actor) {
        return corrections.pdf(reference, number, actor);
    }

    record CountersignJson(
            @Nullable String signedName, @Nullable String reason) {}

    record NewNote(
            @Nullable String driverName,
            @Nullable String plate,
            @Nullable Instant handedOverAt,
            @Nullable List<String> seals,
            @Nullable List<PickupsApi.SlipJson> slips,
            @Nullable List<String> notLeft,
            @Nullable List<String> unlisted,
            @Nullable String reason,
            @Nullable String signedName) {

        CorrectHandover command() {
            return new CorrectHandover(
                    driverName,
                    plate,
                    handedOverAt,
                    seals,
                    PickupsApi.SlipJson.slips(slips),
                    Given.tags("notLeft", notLeft),
                    Given.tags("unlisted", unlisted),
                    Given.text(reason),
                    Given.text(signedName));
        }
    }

    record Note(
            int number,
            HandoverCorrection.Standing standing,
            @Nullable String driverName,
            @Nullable String plate,
            @Nullable Instant handedOverAt,
            @Nullable List<String> seals,
            List<Handover.Slip> slips,
            List<String> notLeft,
            List<String> unlisted,
            String reason,
            String writtenBy,
            Instant writtenAt,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String answerReason) {

        static Note of(HandoverCorrection note) {
            return new Note(
                    note.number(),
                    note.standing(),
                    note.driverName(),
                    note.plate(),
                    note.handedOverAt(),
                    note.seals(),
                    note.slips(),
                    note.notLeft().stream().map(AssetTag::value).toList(),
                    note.unlisted().stream().map(AssetTag::value).toList(),
                    note.reason(),
                    note.writtenName(),
                    note.writtenAt(),
                    note.answeredName(),
                    note.answeredAt(),
                    note.answerReason());
        }
    }
}

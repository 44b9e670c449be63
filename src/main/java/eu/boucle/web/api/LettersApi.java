package eu.boucle.web.api;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.document.Papers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.LossLetter;
import eu.boucle.sanitization.LossLetters;
import eu.boucle.shared.NotFound;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Letters to the client about media lost, or found after departure. */
@RestController
@RequestMapping("/api/v1/requests/{reference}/letters")
class LettersApi {

    private final RequestDesk requests;
    private final LossLetters letters;
    private final Papers papers;

    LettersApi(RequestDesk requests, LossLetters letters, Papers papers) {
        this.requests = requests;
        this.letters = letters;
        this.papers = papers;
    }

    @GetMapping
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    Page<Letter> letters(@PathVariable String reference, Actor actor) {
        return new Page<>(
                of(reference, actor).stream()
                        .map(letter -> new Letter(
                                letter.number(),
                                letter.medium().value(),
                                letter.issuedAt(),
                                papers.paper(letter.paper()).sha256()))
                        .toList(),
                null);
    }

    @GetMapping(path = "/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    byte[] letter(@PathVariable String reference, @PathVariable String number, Actor actor) {
        return of(reference, actor).stream()
                .filter(letter -> letter.number().equals(number))
                .findFirst()
                .map(letter -> papers.bytes(letter.paper()))
                .orElseThrow(NotFound::new);
    }

    private List<LossLetter> of(String reference, Actor actor) {
        return letters.of(requests.request(reference, actor).id());
    }

    record Letter(String number, UUID medium, Instant issuedAt, String sha256) {}
}

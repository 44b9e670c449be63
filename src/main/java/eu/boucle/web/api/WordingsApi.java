package eu.boucle.web.api;

import eu.boucle.certificate.CertificateType;
import eu.boucle.certificate.Clause;
import eu.boucle.certificate.WordingOffice;
import eu.boucle.certificate.WordingVersion;
import eu.boucle.certificate.WordingView;
import eu.boucle.certificate.WriteWording;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.Role;
import eu.boucle.shared.Reason;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The wordings of certificates. */
@RestController
@RequestMapping("/api/v1/wordings")
@Allowed(Role.COMPLIANCE)
class WordingsApi {

    private final WordingOffice office;

    WordingsApi(WordingOffice office) {
        this.office = office;
    }

    @GetMapping
    List<WordingSummaryJson> wordings(Actor actor) {
        return office.wordings(actor).stream().map(WordingSummaryJson::of).toList();
    }

    @GetMapping("/{type}/{language}")
    WordingJson wording(@PathVariable CertificateType type, @PathVariable Language language, Actor actor) {
        return WordingJson.of(office.wording(type, language, actor));
    }

    /** A version on a made-up paper. */
    @GetMapping(path = "/{type}/{language}/{version}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    byte[] example(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @PathVariable int version,
            Actor actor) {
        return office.preview(type, language, version, actor);
    }

    @PutMapping("/{type}/{language}")
    WordingJson write(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @RequestBody WriteWordingJson body,
            Actor actor) {
        office.write(
                new WriteWording(
                        type,
                        language,
                        Given.required("clauses", body.clauses()),
                        Reason.of(body.reason()),
                        body.version()),
                actor);
        return WordingJson.of(office.wording(type, language, actor));
    }

    @PostMapping("/{type}/{language}/approve")
    WordingJson approve(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @RequestBody ApproveWordingJson body,
            Actor actor) {
        office.approve(type, language, body.version(), actor);
        return WordingJson.of(office.wording(type, language, actor));
    }

    @PostMapping("/{type}/{language}/withdraw")
    WordingJson withdraw(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @RequestBody WithdrawWordingJson body,
            Actor actor) {
        office.withdraw(type, language, Given.required("version", body.version()), Reason.of(body.reason()), actor);
        return WordingJson.of(office.wording(type, language, actor));
    }

    /** @param version the latest that the caller saw; absent to write after whatever stands */
    record WriteWordingJson(
            @Nullable Map<String, String> clauses,
            @Nullable String reason,
            @Nullable Integer version) {}

    /** @param version absent for the latest */
    record ApproveWordingJson(@Nullable Integer version) {}

    record WithdrawWordingJson(
            @Nullable Integer version, @Nullable String reason) {}

    /** @param latest may wait for its approval */
    record WordingSummaryJson(CertificateType type, Language language, int inForce, boolean approved, int latest) {

        static WordingSummaryJson of(WordingView wording) {
            return new WordingSummaryJson(
                    wording.type(),
                    wording.language(),
                    wording.current().version(),
                    wording.current().approved(),
                    wording.latest().version());
        }
    }

    record WordingJson(CertificateType type, Language language, int inForce, List<WordingVersionJson> versions) {

        static WordingJson of(WordingView wording) {
            return new WordingJson(
                    wording.type(),
                    wording.language(),
                    wording.current().version(),
                    wording.versions().stream().map(WordingVersionJson::of).toList());
        }
    }

    record WordingVersionJson(
            int version,
            boolean approved,
            @Nullable Instant approvedAt,
            @Nullable Instant writtenAt,
            String reason,
            @Nullable String withdrawnBecause,
            Map<Clause, String> clauses) {

        static WordingVersionJson of(WordingVersion version) {
            return new WordingVersionJson(
                    version.version(),
                    version.approved(),
                    version.approvedAt(),
                    version.writtenAt(),
                    version.reason(),
                    version.withdrawnBecause(),
                    version.clauses());
        }
    }
}

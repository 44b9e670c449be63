package eu.boucle.web.api;

import eu.boucle.certificate.Blocked;
import eu.boucle.certificate.CertificateFilter;
import eu.boucle.certificate.CertificateOffice;
import eu.boucle.certificate.CertificateRevisions;
import eu.boucle.certificate.CertificateState;
import eu.boucle.certificate.CertificateType;
import eu.boucle.certificate.CertificateVault;
import eu.boucle.certificate.CertificateView;
import eu.boucle.certificate.IssueOutcome;
import eu.boucle.certificate.Missing;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Certificates: found, blocked, superseded, revoked. */
@RestController
@RequestMapping("/api/v1")
class ComplianceApi {

    private final CertificateVault vault;
    private final CertificateOffice office;
    private final MessageSource messages;
    private final CertificateRevisions revisions;

    ComplianceApi(
            CertificateVault vault, CertificateOffice office, MessageSource messages, CertificateRevisions revisions) {
        this.vault = vault;
        this.office = office;
        this.messages = messages;
        this.revisions = revisions;
    }

    @GetMapping("/certificates")
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    Page<Certificate> certificates(
            @RequestParam(required = false) @Nullable String request,
            @RequestParam(required = false) @Nullable CertificateType type,
            @RequestParam(required = false) @Nullable CertificateState state,
            @RequestParam(required = false) @Nullable String serial,
            @RequestParam(required = false) @Nullable String tag,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return Page.of(
                vault.page(
                        new CertificateFilter(request, type, state, serial, tag, q), after, Page.limit(limit), actor),
                Certificate::of);
    }

    @GetMapping("/certificates/blocked")
    @Allowed(Role.COMPLIANCE)
    List<BlockedJson> blocked(Actor actor, Locale locale) {
        return office.blocked(actor).stream().map(b -> blocked(b, locale)).toList();
    }

    @PostMapping("/certificates/blocked/{request}/{type}/retry")
    @Allowed(Role.COMPLIANCE)
    List<BlockedJson> retry(
            @PathVariable String request, @PathVariable CertificateType type, Actor actor, Locale locale) {
        office.retry(request, type, actor);
        return blocked(actor, locale);
    }

    @GetMapping("/certificates/{number}")
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    Certificate certificate(@PathVariable String number, Actor actor) {
        return Certificate.of(vault.certificate(number, actor));
    }

    @GetMapping(path = "/certificates/{number}.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    byte[] pdf(@PathVariable String number, Actor actor) {
        return vault.pdf(number, actor);
    }

    @GetMapping(path = "/certificates/{number}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    String json(@PathVariable String number, Actor actor) {
        return vault.json(number, actor);
    }

    @PostMapping("/certificates/{number}/revoke")
    @Allowed(Role.COMPLIANCE)
    Certificate revoke(@PathVariable String number, @RequestBody RequestsApi.Because body, Actor actor) {
        return Certificate.of(vault.revoke(number, Reason.of(body.reason()), actor));
    }

    /** A new version with its own number. What is missing now refuses it, as the first time. */
    @PostMapping("/certificates/{number}/supersede")
    @Allowed(Role.COMPLIANCE)
    Certificate supersede(@PathVariable String number, @RequestBody RequestsApi.Because body, Actor actor) {
        return switch (office.supersede(number, Reason.of(body.reason()), actor)) {
            case IssueOutcome.Issued issued ->
                Certificate.of(issued.certificates().getFirst());
            case IssueOutcome.Refused refused ->
                throw new StateForbids(
                        "CERTIFICATE_INCOMPLETE",
                        number,
                        refused.missing().stream().map(Missing::code).distinct().collect(Collectors.joining(", ")));
        };
    }

    /** What came to light changes nothing that the certificate says. */
    @PostMapping("/certificates/{number}/keep")
    @Allowed(Role.COMPLIANCE)
    Certificate keep(@PathVariable String number, @RequestBody RequestsApi.Because body, Actor actor) {
        return Certificate.of(revisions.keep(number, Reason.of(body.reason()), actor));
    }

    private BlockedJson blocked(Blocked blocked, Locale locale) {
        return new BlockedJson(
                blocked.requestReference(),
                blocked.type(),
                blocked.since(),
                blocked.missing().stream().map(m -> missing(m, locale)).toList());
    }

    private MissingJson missing(Missing missing, Locale locale) {
        Object[] arguments = new Object[missing.arguments().size() + 1];
        arguments[0] = missing.subject();
        for (int i = 1; i < arguments.length; i++) {
            arguments[i] = missing.arguments().get(i - 1);
        }
        return new MissingJson(
                missing.code(),
                missing.subject(),
                missing.holder(),
                messages.getMessage("missing." + missing.code(), arguments, locale));
    }

    record MissingJson(String code, String subject, Role holder, String message) {}

    record BlockedJson(String request, CertificateType type, Instant since, List<MissingJson> missing) {}

    record Certificate(
            String number,
            CertificateType type,
            int version,
            CertificateState state,
            boolean provisional,
            String request,
            Instant issuedAt,
            String sha256,
            @Nullable String supersedes,
            @Nullable String supersededBy) {

        static Certificate of(CertificateView view) {
            return new Certificate(
                    view.number(),
                    view.type(),
                    view.version(),
                    view.state(),
                    view.provisional(),
                    view.requestReference(),
                    view.issuedAt(),
                    view.sha256(),
                    view.supersedes(),
                    view.supersededBy());
        }
    }
}

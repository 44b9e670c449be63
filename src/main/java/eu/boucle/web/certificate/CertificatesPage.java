package eu.boucle.web.certificate;

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
import eu.boucle.shared.Slice;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Certificates: for the officer what is blocked comes first; a client sees its own. */
@Controller
@Allowed({Role.CLIENT, Role.COMPLIANCE})
class CertificatesPage {

    private static final int PAGE = 50;

    private final CertificateVault vault;
    private final CertificateOffice office;
    private final CertificateRevisions revisions;
    private final ProofChain chain;
    private final MessageSource messages;

    CertificatesPage(
            CertificateVault vault,
            CertificateOffice office,
            CertificateRevisions revisions,
            ProofChain chain,
            MessageSource messages) {
        this.vault = vault;
        this.office = office;
        this.revisions = revisions;
        this.chain = chain;
        this.messages = messages;
    }

    @GetMapping("/certificates")
    String list(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String request,
            @RequestParam(required = false) @Nullable CertificateType type,
            @RequestParam(required = false) @Nullable CertificateState state,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Locale locale,
            Model model) {
        CertificateFilter filter = new CertificateFilter(given(request), type, state, null, null, given(q));
        Slice<CertificateView> slice = vault.page(filter, after, PAGE, actor);
        model.addAttribute("slice", slice);
        model.addAttribute("filter", filter);
        model.addAttribute("narrowed", !filter.equals(CertificateFilter.none()));
        model.addAttribute("types", List.of(CertificateType.values()));
        model.addAttribute("states", List.of(CertificateState.values()));
        model.addAttribute("officer", actor.is(Role.COMPLIANCE));
        model.addAttribute(
                "blocked",
                actor.is(Role.COMPLIANCE) && after == null
                        ? office.blocked(actor).stream()
                                .map(item -> waiting(item, locale))
                                .toList()
                        : List.of());
        return "certificate/list";
    }

    @PostMapping("/certificates/blocked/{request}/{type}/retry")
    @Allowed(Role.COMPLIANCE)
    String retry(
            @PathVariable String request,
            @PathVariable CertificateType type,
            Actor actor,
            RedirectAttributes redirect) {
        office.retry(request, type, actor);
        Notice.told("vault.retried", request).on(redirect);
        return "redirect:/certificates";
    }

    @GetMapping("/certificates/{number}")
    String show(@PathVariable String number, Actor actor, Locale locale, Model model) {
        CertificateView certificate = vault.certificate(number, actor);
        model.addAttribute("certificate", certificate);
        model.addAttribute("versions", vault.versions(certificate));
        model.addAttribute("chain", chain.of(certificate, locale));
        model.addAttribute("officer", actor.is(Role.COMPLIANCE));
        model.addAttribute("revisions", actor.is(Role.COMPLIANCE) ? revisions.of(number) : List.of());
        model.addAttribute("inForce", certificate.state() == CertificateState.ISSUED);
        return "certificate/certificate";
    }

    /** The bytes as stored: never drawn again. */
    @GetMapping("/certificates/{number}.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String number, @RequestParam(defaultValue = "false") boolean download, Actor actor) {
        byte[] bytes = vault.pdf(number, actor);
        return download
                ? FileAnswer.toKeep(number + ".pdf", MediaType.APPLICATION_PDF, bytes)
                : FileAnswer.toShow(number + ".pdf", MediaType.APPLICATION_PDF, bytes);
    }

    @GetMapping("/certificates/{number}.json")
    ResponseEntity<String> json(@PathVariable String number, Actor actor) {
        String snapshot = vault.json(number, actor);
        return FileAnswer.toKeep(number + ".json", MediaType.APPLICATION_JSON, snapshot);
    }

    @PostMapping("/certificates/{number}/revoke")
    @Allowed(Role.COMPLIANCE)
    String revoke(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        vault.revoke(number, Reason.of(reason), actor);
        Notice.done("vault.revoked", number).on(redirect);
        return "redirect:/certificates/" + number;
    }

    @PostMapping("/certificates/{number}/keep")
    @Allowed(Role.COMPLIANCE)
    String keep(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            RedirectAttributes redirect) {
        revisions.keep(number, Reason.of(reason), actor);
        Notice.done("vault.kept", number).on(redirect);
        return "redirect:/certificates/" + number;
    }

    /** A new version with its own number; what is missing now refuses it as the first time. */
    @PostMapping("/certificates/{number}/supersede")
    @Allowed(Role.COMPLIANCE)
    String supersede(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String reason,
            Actor actor,
            Locale locale,
            RedirectAttributes redirect) {
        return switch (office.supersede(number, Reason.of(reason), actor)) {
            case IssueOutcome.Issued issued -> {
                String next = issued.certificates().getFirst().number();
                Notice.done("vault.superseded", number, next).on(redirect);
                yield "redirect:/certificates/" + next;
            }
            case IssueOutcome.Refused refused -> {
                String head = messages.getMessage("vault.notSuperseded", new Object[] {number}, locale);
                Notice.stop(
                                head,
                                refused.missing().stream()
                                        .map(missing -> sentence(missing, locale))
                                        .toList())
                        .on(redirect);
                yield "redirect:/certificates/" + number;
            }
        };
    }

    private static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    /** A blocked certificate in the officer's words. */
    record Waiting(Blocked item, List<Obstacle> obstacles) {}

    record Obstacle(String sentence, Role holder) {}

    private Waiting waiting(Blocked item, Locale locale) {
        return new Waiting(
                item,
                item.missing().stream()
                        .map(missing -> new Obstacle(sentence(missing, locale), missing.holder()))
                        .toList());
    }

    private String sentence(Missing missing, Locale locale) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(missing.subject());
        arguments.addAll(missing.arguments());
        return messages.getMessage("missing." + missing.code(), arguments.toArray(), locale);
    }
}

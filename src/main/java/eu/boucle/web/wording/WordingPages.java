package eu.boucle.web.wording;

import eu.boucle.certificate.CertificateType;
import eu.boucle.certificate.Clause;
import eu.boucle.certificate.WordingOffice;
import eu.boucle.certificate.WordingVersion;
import eu.boucle.certificate.WordingView;
import eu.boucle.certificate.WriteWording;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The wordings of papers: the list, and one document in one language with its form, its preview and its approval. */
@Controller
@Allowed(Role.COMPLIANCE)
class WordingPages {

    private static final String CLAUSES = "clauses/";
    private static final Reason ONLY_LOOKED_AT = new Reason("preview");

    private final WordingOffice office;
    private final Accounts accounts;

    WordingPages(WordingOffice office, Accounts accounts) {
        this.office = office;
        this.accounts = accounts;
    }

    @GetMapping("/wordings")
    String list(Actor actor, Model model) {
        model.addAttribute("wordings", office.wordings(actor));
        return "wording/list";
    }

    @GetMapping("/wordings/{type}/{language}")
    String show(@PathVariable CertificateType type, @PathVariable Language language, Actor actor, Model model) {
        WordingView wording = office.wording(type, language, actor);
        model.addAttribute("wording", wording);
        model.addAttribute("clauses", Clause.of(type));
        model.addAttribute(
                "names",
                accounts.names(wording.versions().stream()
                        .flatMap(version -> Stream.of(version.writtenBy(), version.approvedBy()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        model.addAttribute("reader", actor.person());
        return "wording/wording";
    }

    @PostMapping("/wordings/{type}/{language}")
    String write(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Actor actor,
            RedirectAttributes redirect) {
        WordingVersion written = office.write(
                new WriteWording(
                        type,
                        language,
                        clauses(fields),
                        Reason.of(reason),
                        seen.matches("\\d{1,9}") ? Integer.valueOf(seen) : null),
                actor);
        Notice.done("wording.written", written.version()).on(redirect);
        return back(type, language);
    }

    @PostMapping("/wordings/{type}/{language}/preview")
    ResponseEntity<byte[]> preview(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @RequestParam Map<String, String> fields,
            Actor actor) {
        return file(office.preview(new WriteWording(type, language, clauses(fields), ONLY_LOOKED_AT, null), actor));
    }

    @GetMapping("/wordings/{type}/{language}/{version}.pdf")
    ResponseEntity<byte[]> preview(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @PathVariable int version,
            Actor actor) {
        return file(office.preview(type, language, version, actor));
    }

    @PostMapping("/wordings/{type}/{language}/approve")
    String approve(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @RequestParam int version,
            Actor actor,
            RedirectAttributes redirect) {
        office.approve(type, language, version, actor);
        Notice.done("wording.approved.done", version).on(redirect);
        return back(type, language);
    }

    @PostMapping("/wordings/{type}/{language}/withdraw")
    String withdraw(
            @PathVariable CertificateType type,
            @PathVariable Language language,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String withdrawReason,
            Actor actor,
            RedirectAttributes redirect) {
        office.withdraw(type, language, version, because(withdrawReason), actor);
        Notice.done("wording.withdrawn.done", version).on(redirect);
        return back(type, language);
    }

    /** The page asks for another reason too, that of a new version: what is wrong with this one stands at its own field. */
    private static Reason because(String withdrawReason) {
        try {
            return Reason.of(withdrawReason);
        } catch (Invalid refusal) {
            throw new Invalid(refusal.problems().stream()
                    .map(wrong -> new Problem("withdrawReason", wrong.code(), wrong.value(), wrong.arguments()))
                    .toList());
        }
    }

    private static Map<String, String> clauses(Map<String, String> fields) {
        Map<String, String> clauses = new LinkedHashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(CLAUSES)) {
                clauses.put(name.substring(CLAUSES.length()), value);
            }
        });
        return clauses;
    }

    private static String back(CertificateType type, Language language) {
        return "redirect:/wordings/" + type + "/" + language;
    }

    private static ResponseEntity<byte[]> file(byte[] pdf) {
        return FileAnswer.toShow("example.pdf", MediaType.APPLICATION_PDF, pdf);
    }
}

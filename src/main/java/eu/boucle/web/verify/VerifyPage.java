package eu.boucle.web.verify;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.boucle.certificate.CertificateState;
import eu.boucle.certificate.CertificateType;
import eu.boucle.certificate.CertificateVault;
import eu.boucle.certificate.PublicVerification;
import eu.boucle.shared.NotFound;
import eu.boucle.web.security.Allowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.util.UriComponentsBuilder;

/** The public page: is this certificate ours, and in force? Anybody may ask, some times a minute. */
@Controller
@Allowed(anyone = true)
class VerifyPage {

    private static final int LONGEST_NUMBER = 30;

    private final CertificateVault vault;
    private final VisitorLimit limit;

    VerifyPage(CertificateVault vault, VisitorLimit limit) {
        this.vault = vault;
        this.limit = limit;
    }

    /** A field for the number; what was typed leads to the certificate's own address. */
    @GetMapping("/verify")
    String ask(@RequestParam(defaultValue = "") String number) {
        String clean = clean(number);
        return clean.isEmpty()
                ? "verify/ask"
                : "redirect:"
                        + UriComponentsBuilder.fromPath("/verify/{number}")
                                .buildAndExpand(clean)
                                .encode();
    }

    @GetMapping("/verify/{number}")
    @Nullable
    String show(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (tooMany(code, request, response)) {
            return null;
        }
        String asked = clean(number);
        Optional<PublicVerification> found = vault.verify(asked, code);
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute("asked", asked);
        if (found.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            return "verify/unknown";
        }
        PublicVerification certificate = found.get();
        model.addAttribute("certificate", certificate);
        model.addAttribute("verdict", Verdict.of(certificate));
        model.addAttribute("versions", vault.history(certificate.number()));
        model.addAttribute("codeWrong", code != null && !code.isBlank() && certificate.client() == null);
        return "verify/certificate";
    }

    @GetMapping(path = "/verify/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Nullable
    Answer answer(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (tooMany(code, request, response)) {
            return null;
        }
        return vault.verify(clean(number), code).map(Answer::of).orElseThrow(NotFound::new);
    }

    /** A paper's hash instead of its number. */
    @PostMapping(
            path = "/verify",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    @Nullable
    Answer byHash(@RequestBody Paper paper, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (tooMany(null, request, response)) {
            return null;
        }
        return Optional.ofNullable(paper.sha256())
                .flatMap(vault::verifyHash)
                .map(Answer::of)
                .orElseThrow(NotFound::new);
    }

    private boolean tooMany(@Nullable String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String address = request.getRemoteAddr();
        Optional<Duration> wait = limit.question(address);
        if (wait.isEmpty() && code != null && !code.isBlank()) {
            wait = limit.code(address);
        }
        if (wait.isEmpty()) {
            return false;
        }
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        return true;
    }

    /** As people type it: any case, spaces around or inside. */
    private static String clean(String number) {
        String clean = number.replaceAll("[\\s\\u00A0\\u202F]", "").toUpperCase(Locale.ROOT);
        return clean.length() > LONGEST_NUMBER ? clean.substring(0, LONGEST_NUMBER) : clean;
    }

    /** The answer in one word, with its colour. */
    enum Verdict {
        IN_FORCE("done"),
        PROVISIONAL("waits"),
        SUPERSEDED("told"),
        REVOKED("stop");

        private final String kind;

        Verdict(String kind) {
            this.kind = kind;
        }

        public String kind() {
            return kind;
        }

        static Verdict of(PublicVerification certificate) {
            return switch (certificate.state()) {
                case SUPERSEDED -> SUPERSEDED;
                case REVOKED -> REVOKED;
                case ISSUED -> certificate.provisional() ? PROVISIONAL : IN_FORCE;
            };
        }
    }

    record Paper(@Nullable String sha256) {}

    /** As the API says it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            String number,
            CertificateType type,
            CertificateState state,
            boolean provisional,
            Instant issuedAt,
            String issuer,
            String sha256,
            @Nullable String supersededBy,
            @Nullable String client,
            @Nullable Integer assets,
            @Nullable List<String> serials) {

        static Answer of(PublicVerification certificate) {
            return new Answer(
                    certificate.number(),
                    certificate.type(),
                    certificate.state(),
                    certificate.provisional(),
                    certificate.issuedAt(),
                    certificate.issuer(),
                    certificate.sha256(),
                    certificate.supersededBy(),
                    certificate.client(),
                    certificate.assets(),
                    certificate.serials());
        }
    }
}

package eu.boucle.web.error;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Refusal;
import eu.boucle.web.FormProblems;
import eu.boucle.web.Notice;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.OncePerForm;
import eu.boucle.web.security.PageRefusal;
import eu.boucle.web.security.RequestNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/**
 * What a page says when the domain refuses and the controller has no answer of its own: a form goes back to its page with
 * the sentences beside the fields and what was typed; a page that cannot be shown explains itself with the right status.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class PageRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(PageRefusals.class);

    private static final int MOST_GIVEN = 20_000;
    /** What would otherwise be kept in the session until the form is shown again. */
    private static final Set<String> SECRETS = Set.of("password", "again");

    private final RefusalSentences sentences;

    PageRefusals(RefusalSentences sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler(Refusal.class)
    Object refused(Refusal refusal, HttpServletRequest request) {
        if (wantsJson(request)) {
            return problem(refusal);
        }
        if ("POST".equals(request.getMethod()) && !(refusal instanceof NotFound)) {
            Optional<String> form = formPage(request);
            if (form.isPresent()) {
                return backTo(form.get(), refusal, request);
            }
        }
        return explain(refusal);
    }

    /** An upload whose parts cannot be told apart, or that is none. */
    @ExceptionHandler
    void unreadableUpload(MultipartException e, HttpServletResponse response) throws IOException {
        response.sendError(
                e instanceof MaxUploadSizeExceededException
                        ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                        : HttpServletResponse.SC_BAD_REQUEST);
    }

    /** Somebody else was faster, or holds it too long: nothing was done, the form may be sent again. */
    @ExceptionHandler
    void changedMeanwhile(ConcurrencyFailureException e, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_CONFLICT);
    }

    /** The database is away or has too much to do. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    void overloaded(Exception e, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.warn("not served {}: {}", RequestNumber.of(request), e.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, "1");
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }

    private ModelAndView backTo(String form, Refusal refusal, HttpServletRequest request) {
        request.setAttribute(PageRefusal.ATTRIBUTE, true);
        FlashMap flash = RequestContextUtils.getOutputFlashMap(request);
        FormProblems problems = sentences.forForm(refusal);
        flash.put(
                "notice",
                Notice.stop(
                        sentences.of(refusal),
                        problems.all().size() > 1
                                ? problems.all().stream()
                                        .map(FormProblems.Said::text)
                                        .toList()
                                : List.of()));
        if (refusal instanceof Invalid) {
            flash.put("problems", problems);
        }
        flash.put("given", given(request));
        RedirectView back = new RedirectView(form, true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(back);
    }

    /** What was typed, so that nothing has to be typed twice; secrets and tokens are not kept. */
    private static Map<String, String> given(HttpServletRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : request.getParameterMap().entrySet()) {
            String name = field.getKey();
            size += name.length() + field.getValue()[0].length();
            if (size > MOST_GIVEN) {
                break;
            }
            if (!name.startsWith("_")
                    && !name.equals(OncePerForm.FIELD)
                    && SECRETS.stream().noneMatch(name::contains)) {
                given.put(name, field.getValue()[0]);
            }
        }
        return given;
    }

    private ModelAndView explain(Refusal refusal) {
        HttpStatus status = RefusalSentences.status(refusal);
        Model model = new ExtendedModelMap();
        model.addAttribute("status", status.value());
        model.addAttribute("sentence", sentences.of(refusal));
        model.addAttribute("problems", sentences.forForm(refusal));
        return new ModelAndView("error/page", model.asMap(), status);
    }

    private ResponseEntity<ProblemDetail> problem(Refusal refusal) {
        HttpStatus status = RefusalSentences.status(refusal);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentences.of(refusal));
        problem.setProperty("code", refusal.code());
        if (refusal instanceof Invalid) {
            problem.setProperty(
                    "errors",
                    sentences.forForm(refusal).all().stream()
                            .map(said -> Map.of("path", "/" + said.path(), "code", said.code(), "message", said.text()))
                            .toList());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** The page of our own site that the form was on. */
    private static Optional<String> formPage(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        if (referer == null) {
            return Optional.empty();
        }
        try {
            URI page = new URI(referer);
            URI here = new URI(request.getRequestURL().toString());
            if (!here.getAuthority().equals(page.getAuthority()) || page.getRawPath() == null) {
                return Optional.empty();
            }
            return Optional.of(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static boolean wantsJson(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return request.getRequestURI().startsWith("/api/")
                || (accept != null && accept.contains("json") && !accept.contains(MediaType.TEXT_HTML_VALUE));
    }
}

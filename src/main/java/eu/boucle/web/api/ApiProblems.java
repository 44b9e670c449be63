package eu.boucle.web.api;

import eu.boucle.decommissioning.FormatNotRead;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Refusal;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.RequestNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/**
 * Refusals and accidents as RFC 9457 problems: {@code code} for programs, {@code detail} for people in their language,
 * {@code errors} for each field. An accident tells the caller a number to quote and the log the rest.
 */
@RestControllerAdvice(basePackageClasses = ApiProblems.class)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    private final RefusalSentences sentences;

    ApiProblems(RefusalSentences sentences) {
        this.sentences = sentences;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refusal(Refusal refusal, Locale locale) {
        ProblemDetail problem =
                problem(RefusalSentences.status(refusal), refusal.code(), sentences.of(refusal, locale));
        if (refusal instanceof Invalid invalid) {
            problem.setProperty(
                    "errors",
                    invalid.problems().stream()
                            .map(p -> new FieldError(
                                    pointer(p.path()),
                                    p.code(),
                                    Given.ifGiven(p.value(), RefusalSentences::inShort),
                                    sentences.of(p, locale)))
                            .toList());
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> formatNotRead(FormatNotRead e, Locale locale) {
        return say(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "FORMAT_NOT_READ", e.format(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooLarge(MaxUploadSizeExceededException e, Locale locale) {
        return say(HttpStatus.CONTENT_TOO_LARGE, "UPLOAD_TOO_LARGE", null, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> noParts(MultipartException e, Locale locale) {
        return say(HttpStatus.BAD_REQUEST, "BODY_UNREADABLE", null, locale);
    }

    /** Somebody else was faster, or holds it too long: nothing was done, the same call may be made again. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(ConcurrencyFailureException e, Locale locale) {
        return later(problem(HttpStatus.CONFLICT, "CHANGED_MEANWHILE", sentence("CHANGED_MEANWHILE", null, locale)));
    }

    /** The database is away or has too much to do: nothing was done, or the same key tells whether it was. */
    @ExceptionHandler({
        CannotCreateTransactionException.class,
        DataAccessResourceFailureException.class,
        QueryTimeoutException.class
    })
    ResponseEntity<ProblemDetail> overloaded(Exception e, HttpServletRequest request, Locale locale) {
        LOG.warn("not served {}: {}", RequestNumber.of(request), e.getMessage());
        return later(problem(
                HttpStatus.SERVICE_UNAVAILABLE, "SERVICE_UNAVAILABLE", sentence("SERVICE_UNAVAILABLE", null, locale)));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> key(KeyRefusal e, Locale locale) {
        ProblemDetail problem = problem(e.status(), e.code(), sentence(e.code(), null, locale));
        return e.status() == HttpStatus.CONFLICT ? later(problem) : answer(problem);
    }

    /** JSON that is none is 400; JSON with a field that does not exist or a word that is not one of ours is named: 422. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException e, Locale locale) {
        return switch (e.getCause()) {
            case UnrecognizedPropertyException unknown ->
                refusal(Invalid.field(path(unknown), "FIELD_UNKNOWN", unknown.getPropertyName()), locale);
            case InvalidFormatException wrong
            when wrong.getTargetType() != null && wrong.getTargetType().isEnum() ->
                refusal(
                        Invalid.field(
                                path(wrong),
                                "UNKNOWN_WORD",
                                String.valueOf(wrong.getValue()),
                                Arrays.stream(wrong.getTargetType().getEnumConstants())
                                        .map(Object::toString)
                                        .collect(Collectors.joining(", "))),
                        locale);
            case InvalidNullException hole -> refusal(Invalid.field(path(hole), "FIELD_MISSING", null), locale);
            case InvalidFormatException wrong ->
                refusal(Invalid.field(path(wrong), "VALUE_UNREADABLE", String.valueOf(wrong.getValue())), locale);
            case null, default -> say(HttpStatus.BAD_REQUEST, "BODY_UNREADABLE", null, locale);
        };
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongParameter(MethodArgumentTypeMismatchException e, Locale locale) {
        if (e.getParameter().hasParameterAnnotation(org.springframework.web.bind.annotation.PathVariable.class)) {
            return refusal(new NotFound(), locale);
        }
        return refusal(Invalid.field(e.getName(), "VALUE_UNREADABLE", String.valueOf(e.getValue())), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> denied(AccessDeniedException e, Locale locale) {
        return say(HttpStatus.FORBIDDEN, "ROLE_REQUIRED", null, locale);
    }

    /** Everything else: what Spring itself refuses keeps its status; an accident is logged under a number. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> accident(Exception e, HttpServletRequest request, Locale locale) {
        if (e instanceof ErrorResponse known) {
            HttpStatus status = HttpStatus.valueOf(known.getStatusCode().value());
            return say(status, "HTTP_" + status.value(), null, locale);
        }
        String number = RequestNumber.of(request);
        LOG.error("accident {}", number, e);
        return say(HttpStatus.INTERNAL_SERVER_ERROR, "ACCIDENT", number, locale);
    }

    private ResponseEntity<ProblemDetail> say(HttpStatus status, String code, @Nullable String value, Locale locale) {
        return answer(problem(status, code, sentence(code, value, locale)));
    }

    private String sentence(String code, @Nullable String value, Locale locale) {
        return sentences.of(new Problem("", code, value), locale);
    }

    private static ResponseEntity<ProblemDetail> later(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ProblemDetail problem(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String pointer(String path) {
        return path.isEmpty() ? "" : "/" + path;
    }

    private static String path(JacksonException e) {
        List<JacksonException.Reference> path = e.getPath();
        return path.stream()
                .map(r -> r.getPropertyName() == null ? Integer.toString(r.getIndex()) : r.getPropertyName())
                .collect(Collectors.joining("/"));
    }

    record FieldError(String path, String code, @Nullable String value, String message) {}
}

package eu.boucle.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers of the doors to programs, as RFC 9457 problems. */
@Component
public class Problems {

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Problems(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    /** Writes the problem; its words are the messages {@code error.STATUS.title} and {@code refusal.CODE}, else {@code error.STATUS.text}. */
    public void write(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        Locale locale = locales.resolveLocale(request);
        ObjectNode problem = json.createObjectNode();
        problem.put("type", "about:blank");
        problem.put("title", say("error." + status.value() + ".title", status.getReasonPhrase(), locale));
        problem.put("status", status.value());
        String text = say("error." + status.value() + ".text", status.getReasonPhrase(), locale);
        problem.put("detail", say("refusal." + code, text, locale));
        problem.put("code", code);
        response.setStatus(status.value());
        if (status == HttpStatus.UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    private String say(String key, String otherwise, Locale locale) {
        String said = messages.getMessage(key, new Object[] {""}, otherwise, locale);
        return said == null ? otherwise : said;
    }
}

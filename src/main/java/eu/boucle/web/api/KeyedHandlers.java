package eu.boucle.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Calls a handler inside the transaction that keeps its answer: reading the body, the use cases and writing the answer
 * are one attempt, which may be repeated whole when it met somebody else's.
 */
@Component
class KeyedHandlers implements WebMvcRegistrations {

    private final ObjectProvider<KeptAnswers> answers;

    KeyedHandlers(ObjectProvider<KeptAnswers> answers) {
        this.answers = answers;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new Adapter(answers);
    }

    /** Gives the first answer again. @throws KeyRefusal when it was the answer to another call, or is not there yet */
    static void replay(KeyedCall call, Optional<KeptAnswers.Kept> found) throws IOException {
        call.begin();
        call.answered();
        KeptAnswers.Kept kept = found.orElseThrow(KeyRefusal::inUse);
        if (!kept.hash().equals(call.hash())) {
            throw KeyRefusal.reused();
        }
        HttpServletResponse response = call.answer();
        response.setStatus(kept.status());
        if (kept.location() != null) {
            response.setHeader(HttpHeaders.LOCATION, kept.location());
        }
        if (kept.etag() != null) {
            response.setHeader(HttpHeaders.ETAG, kept.etag());
        }
        if (!kept.body().isEmpty()) {
            response.setContentType(kept.type() == null ? MediaType.APPLICATION_JSON_VALUE : kept.type());
            response.getOutputStream().write(kept.body().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class Adapter extends RequestMappingHandlerAdapter {

        private final ObjectProvider<KeptAnswers> answers;

        private Adapter(ObjectProvider<KeptAnswers> answers) {
            this.answers = answers;
        }

        @Override
        protected @Nullable ModelAndView invokeHandlerMethod(
                HttpServletRequest request, HttpServletResponse response, HandlerMethod handler) throws Exception {
            KeyedCall call = KeyedCall.of(request);
            if (call == null) {
                return super.invokeHandlerMethod(request, response, handler);
            }
            call.reach(request);
            try {
                Optional<ModelAndView> page = answers.getObject()
                        .once(call, () -> Optional.ofNullable(super.invokeHandlerMethod(request, response, handler)));
                call.answered();
                return page.orElse(null);
            } catch (KeptAnswers.KeyTaken e) {
                replay(call, answers.getObject().kept(call));
                return null;
            } catch (Exception e) {
                call.begin();
                throw e;
            }
        }
    }
}

package eu.boucle.web.security;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The one rule of the doors: a request goes through when the handler that would answer it carries {@link Allowed} and the
 * person fits. A handler without the annotation answers nobody. What no handler answers is let through to become 404.
 */
@Component
class HandlerRules implements AuthorizationManager<RequestAuthorizationContext> {

    private final ObjectProvider<HandlerMapping> mappings;
    private volatile List<HandlerMapping> ordered = List.of();

    HandlerRules(ObjectProvider<HandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public AuthorizationDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(open(authentication, context.getRequest()));
    }

    private boolean open(Supplier<? extends @Nullable Authentication> authentication, HttpServletRequest request) {
        Optional<Object> found;
        try {
            found = handler(request);
        } catch (NoSuchHandler e) {
            return true;
        }
        if (found.isEmpty() || found.get() instanceof ResourceHttpRequestHandler) {
            return true;
        }
        if (!(found.get() instanceof HandlerMethod handler)) {
            return false;
        }
        Allowed rule = rule(handler);
        if (rule == null) {
            return false;
        }
        if (rule.anyone()) {
            return true;
        }
        return authentication.get() instanceof SignedIn signedIn
                && signedIn.accountOrNull() != null
                && fits(rule, signedIn.accountOrNull().actor());
    }

    private static boolean fits(Allowed rule, Actor actor) {
        List<Role> roles = Arrays.asList(rule.value());
        return roles.isEmpty() || roles.stream().anyMatch(actor::is);
    }

    /** The rule on the method, else the one on its class. */
    static @Nullable Allowed rule(HandlerMethod handler) {
        Allowed onMethod = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        return onMethod != null
                ? onMethod
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
    }

    /** Asks the mappings in their order, as the dispatcher will. */
    private Optional<Object> handler(HttpServletRequest request) {
        HttpServletRequest question = new UnmarkedRequest(request);
        if (!ServletRequestPathUtils.hasParsedRequestPath(question)) {
            ServletRequestPathUtils.parseAndCache(question);
        }
        for (HandlerMapping mapping : inOrder()) {
            try {
                HandlerExecutionChain chain = mapping.getHandler(question);
                if (chain != null) {
                    return Optional.of(chain.getHandler());
                }
            } catch (Exception e) {
                // Another method, media type or parameter: the dispatcher will meet the same and answer 4xx.
                throw new NoSuchHandler(e);
            }
        }
        return Optional.empty();
    }

    /** Looked up at the first request, because the mappings are not there yet when the doors are built. */
    private List<HandlerMapping> inOrder() {
        List<HandlerMapping> known = ordered;
        if (known.isEmpty()) {
            known = mappings.orderedStream().toList();
            ordered = known;
        }
        return known;
    }

    /** The dispatcher will refuse this request itself: nothing is behind the door. */
    private static final class NoSuchHandler extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoSuchHandler(Exception cause) {
            super(cause);
        }
    }
}

package eu.boucle.web.security;

import eu.boucle.identity.TokenScope;
import eu.boucle.shared.NotAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** The token that an API call came with. */
public final class CallersToken {

    private CallersToken() {}

    /**
     * Nobody gives away more than she has.
     *
     * @throws NotAllowed {@code SCOPE_REQUIRED} when the token of this call lacks one of the scopes
     */
    public static void require(Set<TokenScope> scopes, HttpServletRequest request) {
        if (!(request.getAttribute(BearerToken.SCOPES) instanceof Set<?> held) || !held.containsAll(scopes)) {
            throw new NotAllowed("SCOPE_REQUIRED");
        }
    }
}

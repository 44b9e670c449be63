package eu.boucle.web.security;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.ProvenActor;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Someone who proved who she is, with her account as read for this very request: a role taken away is gone at the next
 * click. The session keeps only the {@link Session} principal.
 */
public final class SignedIn extends AbstractAuthenticationToken implements ProvenActor {

    @Serial
    private static final long serialVersionUID = 1;

    private final Session principal;
    private final transient @Nullable AccountView account;

    private SignedIn(AccountView account) {
        super(authorities(account));
        this.principal = new Session(account.person(), stamp(account));
        this.account = account;
        setAuthenticated(true);
    }

    public static SignedIn as(AccountView account) {
        return new SignedIn(account);
    }

    /** The person doing this request; empty for visitors. */
    public static Optional<Actor> actor() {
        return account().map(AccountView::actor);
    }

    public static Optional<Language> language() {
        return account().map(AccountView::language);
    }

    private static Optional<AccountView> account() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.ofNullable(signedIn.account)
                : Optional.empty();
    }

    /** Whether what the session remembers is still this account: enabled, and with the same password. */
    boolean stillHolds(AccountView now) {
        return now.enabled() && principal.stamp() == stamp(now);
    }

    /** Absent when just read back from a stored session. */
    @Nullable
    AccountView accountOrNull() {
        return account;
    }

    @Override
    public @Nullable Actor proven() {
        return account == null ? null : account.actor();
    }

    @Override
    public Session getPrincipal() {
        return principal;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return principal.person().toString();
    }

    static int stamp(AccountView account) {
        return account.passwordHash() == null ? 0 : account.passwordHash().hashCode();
    }

    private static List<GrantedAuthority> authorities(AccountView account) {
        return account.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }
}

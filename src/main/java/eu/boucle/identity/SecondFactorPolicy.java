package eu.boucle.identity;

import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** For which roles the host asks a second factor: the setting {@code boucle.second-factor.required-for}, none by default. */
@Component
public class SecondFactorPolicy {

    private final Set<Role> roles;

    SecondFactorPolicy(@Value("${boucle.second-factor.required-for:}") Set<Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    public boolean asks(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }
}

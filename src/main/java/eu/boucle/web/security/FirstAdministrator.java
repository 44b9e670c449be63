package eu.boucle.web.security;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.Role;
import java.time.Duration;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Opens the door of a new installation: the first administrator chooses a password by a link written to the log. */
@Component
@Profile("!demo")
class FirstAdministrator implements ApplicationRunner {

    static final Duration LINK_VALID = Duration.ofHours(48);

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final String email;
    private final String publicAddress;

    FirstAdministrator(
            Accounts accounts,
            @Value("${boucle.admin-email:}") String email,
            @Value("${boucle.public-address}") String publicAddress) {
        this.accounts = accounts;
        this.email = email;
        this.publicAddress = publicAddress;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!email.isBlank()) {
            welcome();
        } else if (accounts.none()) {
            LOG.warn("Nobody has an account yet. Set BOUCLE_ADMIN_EMAIL to the address of the first administrator and"
                    + " start again: a link to choose a password will be written here. To look around with made-up"
                    + " data, start with the profile 'demo'.");
        }
    }

    /** Also when an earlier link was lost before it was used: a new one, as long as no password was chosen. */
    private void welcome() {
        AccountView administrator;
        if (accounts.none()) {
            administrator =
                    accounts.open(new OpenAccount(email, email, null, Set.of(Role.ADMIN), Set.of(), Language.FR));
        } else {
            administrator = accounts.byEmail(email)
                    .filter(account ->
                            account.passwordHash() == null && account.roles().contains(Role.ADMIN))
                    .orElse(null);
            if (administrator == null) {
                return;
            }
        }
        String secret = accounts.oneTimeLink(administrator.person(), LINK_VALID);
        LOG.warn("First administrator: choose a password within 48 hours at {}/welcome/{}", publicAddress, secret);
    }
}

package eu.boucle.notification;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.PostalAddress;
import eu.boucle.support.TestDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** An installation with a mail server, whose letters leave only when a test says so. */
abstract class WithMail {

    static final String PASSWORD = "une phrase assez longue";
    private static final PostalAddress ADDRESS = new PostalAddress("1 rue du Port", "59000", "Lille", "FR");

    @DynamicPropertySource
    static void aMailServer(DynamicPropertyRegistry settings) {
        Mailbox.connect(settings);
    }

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    MailRound round;

    @Autowired
    Environment settings;

    @Autowired
    Clock clock;

    JdbcClient owner;
    OrganisationId host;
    OrganisationId client;

    @BeforeEach
    void anEmptyOutbox() {
        Mailbox.open();
        owner = TestDatabase.owner(settings);
        // What another test left is nobody's business here.
        owner.sql("delete from letter").update();
        host = organisations.host().map(OrganisationView::id).orElseGet(() -> organisation(OrganisationKind.HOST));
        client = organisation(OrganisationKind.CLIENT);
    }

    /** States of the letters of a kind, oldest first. */
    List<String> letters(String kind) {
        return owner.sql("select state from letter where kind = ? order by created_at, id")
                .param(kind)
                .query(String.class)
                .list();
    }

    AccountView person(Role role, OrganisationId organisation, Language language) {
        return accounts.open(
                new OpenAccount(address(), "Zoé Martin", PASSWORD, Set.of(role), Set.of(organisation), language));
    }

    OrganisationId organisation(OrganisationKind kind) {
        return organisations
                .found(OrganisationId.next(), kind, "Essais " + UUID.randomUUID(), null, ADDRESS, Language.FR)
                .id();
    }

    static String address() {
        return UUID.randomUUID() + "@test.example";
    }
}

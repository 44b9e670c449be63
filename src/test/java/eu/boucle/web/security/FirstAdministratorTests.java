package eu.boucle.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.support.TestDatabase;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.support.BeanDefinitionBuilder;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A new installation is opened by one link in the log, and by nothing else. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTests {

    private static final Pattern LINK = Pattern.compile("https://boucle\\.test/welcome/([A-Za-z0-9_-]{40,})");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private Accounts accounts;

    @BeforeEach
    void emptyInstallation() {
        DriverManagerDataSource database = new DriverManagerDataSource(
                String.valueOf(TestDatabase.freshH2().get("spring.datasource.url")), "sa", "");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/identity")
                .load()
                .migrate();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(PasswordEncoder.class, LongPasswords::new);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBeanDefinition(
                "stamps",
                BeanDefinitionBuilder.genericBeanDefinition("eu.boucle.identity.AccountStamps")
                        .getBeanDefinition());
        context.register(Accounts.class, Organisations.class);
        context.refresh();
        accounts = context.getBean(Accounts.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void withoutAnAddressTheLogSaysWhatToDo(CapturedOutput log) {
        start("");

        assertThat(log).contains("BOUCLE_ADMIN_EMAIL");
        assertThat(accounts.none()).isTrue();
    }

    @Test
    void theFirstAdministratorChoosesAPasswordByTheLinkInTheLog(CapturedOutput log) {
        start("chef@boucle.test");

        AccountView chief = accounts.byEmail("chef@boucle.test").orElseThrow();
        assertThat(chief.roles()).containsExactly(Role.ADMIN);
        assertThat(chief.passwordHash()).isNull();
        accounts.choosePassword(lastLink(log), "une phrase assez longue");
        assertThat(accounts.byEmail("chef@boucle.test").orElseThrow().passwordHash())
                .isNotNull();
    }

    @Test
    void aLostLinkIsReplacedAtTheNextStartUntilAPasswordIsChosen(CapturedOutput log) {
        start("chef@boucle.test");
        String first = lastLink(log);
        start("chef@boucle.test");
        String second = lastLink(log);
        assertThat(second).isNotEqualTo(first);
        accounts.choosePassword(second, "une phrase assez longue");

        start("chef@boucle.test");
        assertThat(lastLink(log)).isEqualTo(second);
    }

    @Test
    void anInstallationWithPeopleTakesNoOtherAdministrator(CapturedOutput log) {
        start("chef@boucle.test");
        start("intrus@boucle.test");

        assertThat(accounts.byEmail("intrus@boucle.test")).isEmpty();
    }

    private void start(String email) {
        new FirstAdministrator(accounts, email, "https://boucle.test").run(new DefaultApplicationArguments());
    }

    private static String lastLink(CapturedOutput log) {
        Matcher link = LINK.matcher(log);
        String last = "";
        while (link.find()) {
            last = link.group(1);
        }
        assertThat(last).isNotEmpty();
        return last;
    }
}

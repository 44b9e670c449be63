package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.Application;
import eu.boucle.support.OnlyWhatIsShipped;
import eu.boucle.support.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo's first start tells all its stories, at whatever hour it happens. */
class DemoStoriesTests {

    @Test
    void theyAreToldWholeWhereTheDayIsNotThatOfGreenwich(@TempDir Path folder) {
        Map<String, Object> settings = new HashMap<>(TestDatabase.freshH2());
        settings.put("server.port", 0);
        settings.put("boucle.data", folder.toString());
        settings.put("boucle.zone", whereItIsAnotherDay().getId());
        try (var application = new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("stories", settings));
                    context.getBeanFactory().registerSingleton("onlyWhatIsShipped", new OnlyWhatIsShipped());
                })
                .run()) {
            List<String> states = application
                    .getBean(JdbcClient.class)
                    .sql("select status from decommissioning_request order by reference")
                    .query(String.class)
                    .list();
            assertThat(states)
                    .as("the first story ends with its papers, the last with a draft")
                    .hasSize(7)
                    .startsWith("CLOSED")
                    .endsWith("DRAFT");
        }
    }

    /** In one of the two it is another day than in Greenwich, at any hour. */
    private static ZoneId whereItIsAnotherDay() {
        LocalDate greenwich = LocalDate.now(ZoneOffset.UTC);
        ZoneId east = ZoneId.of("Etc/GMT-14");
        return LocalDate.now(east).equals(greenwich) ? ZoneId.of("Etc/GMT+12") : east;
    }
}

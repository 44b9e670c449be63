package eu.boucle.demo;

import static eu.boucle.demo.DemoLines.laptop;
import static eu.boucle.demo.DemoLines.monitor;
import static eu.boucle.demo.DemoLines.server;

import eu.boucle.decommissioning.RequestView;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The first start of the demo tells a few requests, from sixty days back up to now, each left at another step; a later
 * start finds them and tells nothing.
 */
@Component
@Profile("demo")
@Order(0)
class FirstStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final MovableClock clock;
    private final StoredDemoClock stored;
    private final DemoPeople people;
    private final Stories stories;
    private final Echo echo;
    private final ZoneId zone;

    FirstStart(
            MovableClock clock,
            StoredDemoClock stored,
            DemoPeople people,
            Stories stories,
            Echo echo,
            @Value("${boucle.zone}") ZoneId zone) {
        this.clock = clock;
        this.stored = stored;
        this.people = people;
        this.stories = stories;
        this.echo = echo;
        this.zone = zone;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        stored.resume();
        if (!people.settle(LocalDate.ofInstant(clock.instant(), zone))) {
            return;
        }
        echo.listen(true);
        try {
            tell();
            LOG.info("the demo's stories are told");
        } catch (RuntimeException e) {
            LOG.error("the demo's stories were cut short; delete the data folder to hear them whole", e);
        } finally {
            clock.offset(Duration.ZERO);
            echo.listen(false);
        }
    }

    private void tell() {
        daysAgo(60);
        RequestView closed = stories.asked(
                "client",
                "Renouvellement de la baie 4",
                true,
                List.of(
                        server("7RB2M13", "ZC1B7K2P", "ZC1B7K3R"),
                        server("7RB2N13", "ZC1B7K4S", "ZC1B7K5T"),
                        monitor("CN0HH25F7426184PA1BC")));
        daysAgo(58);
        stories.accepted(closed);
        daysAgo(55);
        stories.tagged(closed);
        stories.wiped(closed, 4);
        daysAgo(54);
        stories.validated(closed);
        var first = stories.proposed(DemoPeople.LYON, closed);
        daysAgo(48);
        stories.left(first);
        daysAgo(40);
        stories.treated(first);

        daysAgo(20);
        RequestView onTheRoad = stories.asked(
                "client",
                "Postes du siège",
                true,
                List.of(laptop("PF1D7K2N", "S4GXNF0M"), laptop("PF1D7K3P", "S4GXNF1R")));
        daysAgo(19);
        stories.accepted(onTheRoad);
        stories.tagged(onTheRoad);
        stories.wiped(onTheRoad, 2);
        daysAgo(17);
        stories.validated(onTheRoad);
        var second = stories.proposed(DemoPeople.LYON, onTheRoad);
        daysAgo(12);
        stories.left(second);

        RequestView ready = stories.asked(
                "client-b",
                "Store refresh, northern region",
                true,
                List.of(laptop("PF2K9T4V", "S5HYNG2B"), monitor("CN0HH25F7426184PB2CD")));
        daysAgo(10);
        stories.accepted(ready);
        stories.tagged(ready);
        stories.wiped(ready, 1);
        daysAgo(8);
        stories.validated(ready);
        stories.proposed(DemoPeople.LILLE, ready);

        daysAgo(6);
        RequestView preparing = stories.asked(
                "client",
                "Serveurs de sauvegarde",
                true,
                List.of(server("8SC3P24", "ZC2D8L6V", "ZC2D8L7X"), server("8SC3R24", "ZC2D8L8Y", "ZC2D8L9B")));
        daysAgo(5);
        stories.accepted(preparing);
        stories.tagged(preparing);
        stories.wiped(preparing, 1);
        stories.failed(preparing);

        daysAgo(4);
        stories.asked(
                "client",
                "Baie de test",
                true,
                List.of(server("9TD4S35", "ZC3F9N2C"), monitor("CN0HH25F7426184PC3DE")));
        daysAgo(3);
        RequestView unclear =
                stories.asked("client-b", "Warehouse handhelds", true, List.of(monitor("CN0HH25F7426184PD4EF")));
        stories.returned(unclear, "How many screens are there besides this one?");
        daysAgo(1);
        stories.asked("client", "À compléter : salle 2", false, List.of(monitor("CN0HH25F7426184PE5FG")));
    }

    private void daysAgo(int days) {
        clock.offset(Duration.ofDays(-days));
    }
}

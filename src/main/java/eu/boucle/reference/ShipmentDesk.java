package eu.boucle.reference;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what the release ships, at each start, one node at a time. */
@Component
class ShipmentDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ShipmentDesk.class);

    private final VersionShelf shelf;
    private final Clock clock;
    private final ZoneId zone;

    ShipmentDesk(VersionShelf shelf, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.shelf = shelf;
        this.clock = clock;
        this.zone = zone;
    }

    /** @return every version kept afterwards */
    @Transactional
    public List<RowVersion> takeOver(List<RowVersion> shipped) {
        shelf.hold();
        Instant now = clock.instant();
        List<RowVersion> news = new Shipment(shelf.all(), now, LocalDate.ofInstant(now, zone)).news(shipped);
        if (!news.isEmpty()) {
            shelf.add(news);
            LOG.info("Reference tables: {} rows came with this release", news.size());
        }
        return shelf.all();
    }

    /** The rows exist once the release's are taken over: nobody asks them before. */
    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    static class Rows {

        @Bean
        ReferenceRows referenceRows(ShipmentDesk desk) {
            return new ReferenceRows(desk.takeOver(ShippedTables.read()));
        }
    }
}

package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Machines found on site: what was declared stays as it was, each comes as a line of its own. */
@Service
@Transactional
public class LotAdditions {

    private final LotRegistration registration;
    private final LotWriter writer;
    private final LotFigures figures;
    private final AssetRows rows;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LotAdditions(
            LotRegistration registration,
            LotWriter writer,
            LotFigures figures,
            AssetRows rows,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.registration = registration;
        this.writer = writer;
        this.figures = figures;
        this.rows = rows;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    private record Lot(UUID organisation, String reference, LocalDate day, int nextLine) {}

    /** WAREHOUSE. Whether the request may still grow is the caller's to ask. @throws Invalid {@code SERIAL_IN_USE}, also for one of this lot */
    public AssetView add(AddToLot command, Actor by) {
        by.require(Role.WAREHOUSE);
        Lot lot = held(command.request());
        RegisterLot.Item item = onLine(lot.nextLine(), command.item());
        refuseKnown(item);
        RegisterLot addition =
                new RegisterLot(command.request(), lot.reference(), lot.organisation(), lot.day(), List.of(item));
        AssetTag tag = writer.drawTags(1).getFirst();
        LotRegistration.NewAsset asset =
                registration.newAssets(addition, List.of(tag)).getFirst();
        Instant at = clock.instant();
        writer.add(addition, asset, by, at, command.reason().text());
        events.publishEvent(new AssetFoundOnSite(
                new AssetId(asset.id()),
                command.request(),
                item.line(),
                tag.value(),
                asset.media().size(),
                by.stamp(lot.organisation(), at)));
        return rows.byIds(List.of(new AssetId(asset.id()))).getFirst();
    }

    /** One addition after the other: each takes the next line. */
    private Lot held(RequestId request) {
        boolean known = jdbc.sql("select request_id from lot where request_id = :request for update")
                .param("request", request.value())
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!known) {
            throw new NotFound();
        }
        return jdbc.sql("""
                select l.organisation_id, l.reference, l.planned_day, max(a.line) + 1 as next_line
                from lot l join asset a on a.request_id = l.request_id where l.request_id = :request
                group by l.organisation_id, l.reference, l.planned_day
                """)
                .param("request", request.value())
                .query((row, number) -> new Lot(
                        row.getObject("organisation_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("planned_day", LocalDate.class),
                        row.getInt("next_line")))
                .single();
    }

    private void refuseKnown(RegisterLot.Item item) {
        List<SerialNumber> serials = Stream.concat(
                        Stream.ofNullable(item.serial()),
                        item.media().stream()
                                .map(RegisterLot.ExpectedMedium::serial)
                                .filter(Objects::nonNull))
                .toList();
        Set<String> known = serials.isEmpty()
                ? Set.of()
                : figures.serialsInUse(
                        serials.stream().map(SerialNumber::normalised).toList(), null);
        if (!known.isEmpty()) {
            throw Invalid.field("serial", "SERIAL_KNOWN", String.join(", ", known));
        }
    }

    private static RegisterLot.Item onLine(int line, RegisterLot.Item said) {
        return new RegisterLot.Item(
                line,
                said.type(),
                said.manufacturer(),
                said.model(),
                said.serial(),
                said.largestDimensionCm(),
                said.weightKg(),
                said.placedOnMarket(),
                said.condition(),
                said.instruction(),
                said.media());
    }
}

package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns a declared lot into assets, the media expected in them and their tags, in batches. */
@Component
class LotRegistration {

    private final ReferenceTables reference;
    private final ObjectProvider<WasteClassification> classification;
    private final LotWriter writer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LotRegistration(
            ReferenceTables reference,
            ObjectProvider<WasteClassification> classification,
            LotWriter writer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reference = reference;
        this.classification = classification;
        this.writer = writer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    LotRegistered register(RegisterLot command, Actor by) {
        Optional<LotRegistered> before = registered(command.request(), by);
        if (before.isPresent()) {
            return before.get();
        }
        refuseWhatIsWrong(command);
        List<AssetTag> tags = writer.drawTags(command.items().size());
        Optional<LotRegistered> meanwhile = registered(command.request(), by);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
        Instant at = clock.instant();
        List<NewAsset> assets = newAssets(command, tags);
        List<NewMedium> media = new ArrayList<>();
        for (NewAsset asset : assets) {
            media.addAll(asset.media());
        }
        LotRegistered registered = new LotRegistered(
                command.request(),
                assets.size(),
                media.size(),
                (int) assets.stream().filter(NewAsset::open).count(),
                by.stamp(command.organisation(), at));
        writer.write(command, registered, assets, media, by, at);
        events.publishEvent(registered);
        return registered;
    }

    private Optional<LotRegistered> registered(RequestId request, Actor by) {
        return jdbc.sql("select * from lot where request_id = :request")
                .param("request", request.value())
                .query((row, number) -> new LotRegistered(
                        request,
                        row.getInt("assets"),
                        row.getInt("media"),
                        row.getInt("unclassified"),
                        by.stamp(
                                row.getObject("organisation_id", UUID.class),
                                row.getObject("registered_at", OffsetDateTime.class)
                                        .withOffsetSameInstant(ZoneOffset.UTC)
                                        .toInstant())))
                .optional();
    }

    private void refuseWhatIsWrong(RegisterLot command) {
        List<Problem> problems = new ArrayList<>();
        for (RegisterLot.Item item : command.items()) {
            String path = "lines/" + item.line();
            if (reference.equipmentType(item.type(), command.day()).isEmpty()) {
                problems.add(new Problem(path + "/type", "EQUIPMENT_TYPE_UNKNOWN", item.type()));
            }
            if (item.instruction().action() == DataAction.NONE && !item.media().isEmpty()) {
                problems.add(new Problem(
                        path + "/data",
                        "LOT_DATA_NONE_WITH_MEDIA",
                        Integer.toString(item.line()),
                        List.of(item.media().size())));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    List<NewAsset> newAssets(RegisterLot command, List<AssetTag> tags) {
        Map<Asked, WasteClassification.Proposal> answers = new HashMap<>();
        List<NewAsset> assets = new ArrayList<>(command.items().size());
        for (RegisterLot.Item item : command.items()) {
            EquipmentType type =
                    reference.equipmentType(item.type(), command.day()).orElseThrow();
            WasteClassification.Proposal proposal = answers.computeIfAbsent(
                    new Asked(item.type(), item.largestDimensionCm()), asked -> propose(type, asked, command.day()));
            assets.add(NewAsset.of(tags.get(assets.size()), item, type, proposal));
        }
        return assets;
    }

    private WasteClassification.Proposal propose(EquipmentType type, Asked asked, LocalDate day) {
        return classification
                .getObject()
                .propose(new WasteClassification.Question(type, asked.largestDimensionCm(), null, day));
    }

    /** What the decision table is asked: a lot of 5,000 machines has a few dozen of them. */
    private record Asked(String type, @Nullable BigDecimal largestDimensionCm) {}

    /** An asset about to be born. */
    record NewAsset(
            UUID id,
            AssetTag tag,
            RegisterLot.Item item,
            WasteClassification.Proposal proposal,
            @Nullable BigDecimal estimatedKg,
            List<NewMedium> media) {

        static NewAsset of(
                AssetTag tag, RegisterLot.Item item, EquipmentType type, WasteClassification.Proposal proposal) {
            UUID id = UUID.randomUUID();
            List<NewMedium> media = new ArrayList<>();
            for (RegisterLot.ExpectedMedium expected : expectedIn(item, type)) {
                media.add(NewMedium.named(id, item, media.size(), expected));
            }
            if (media.isEmpty() && mayHoldData(item, type)) {
                media.add(NewMedium.standIn(id, item));
            }
            return new NewAsset(id, tag, item, proposal, type.weightP50(), media);
        }

        boolean open() {
            return proposal instanceof WasteClassification.Proposal.Ask;
        }

        Clearance clearance() {
            return media.isEmpty() ? Clearance.CLEARED : Clearance.NONE;
        }

        /** A loose disk or cartridge is itself the medium, by its own serial. */
        private static List<RegisterLot.ExpectedMedium> expectedIn(RegisterLot.Item item, EquipmentType type) {
            SerialNumber serial = item.serial();
            if (!item.media().isEmpty() || serial == null || item.instruction().action() == DataAction.NONE) {
                return item.media();
            }
            return switch (type.key()) {
                case "loose-hdd" -> List.of(itself(MediumKind.HDD, MediumInterface.ATA, serial, item));
                case "loose-ssd" -> List.of(itself(MediumKind.SSD, MediumInterface.ATA, serial, item));
                case "tape-cartridge" -> List.of(itself(MediumKind.TAPE, MediumInterface.NONE, serial, item));
                default -> List.of();
            };
        }

        private static RegisterLot.ExpectedMedium itself(
                MediumKind kind, MediumInterface attached, SerialNumber serial, RegisterLot.Item item) {
            return new RegisterLot.ExpectedMedium(kind, attached, serial, item.model(), null);
        }

        /**
         * A type that usually holds data waits for teardown even when the client says that there is none; one that only
         * may hold data waits unless the client says so.
         */
        private static boolean mayHoldData(RegisterLot.Item item, EquipmentType type) {
            return switch (type.dataBearing()) {
                case "no" -> false;
                case "yes" -> true;
                default -> item.instruction().action() != DataAction.NONE;
            };
        }
    }

    /** A medium about to be expected. */
    record NewMedium(
            UUID id,
            UUID asset,
            int position,
            MediumKind kind,
            MediumInterface attached,
            @Nullable SerialNumber serial,
            String model,
            @Nullable Integer capacityGb,
            DataInstruction instruction,
            boolean unnamed) {

        static NewMedium named(UUID asset, RegisterLot.Item item, int position, RegisterLot.ExpectedMedium expected) {
            return new NewMedium(
                    UUID.randomUUID(),
                    asset,
                    position,
                    expected.kind(),
                    expected.attached(),
                    expected.serial(),
                    expected.model(),
                    expected.capacityGb(),
                    item.instruction(),
                    false);
        }

        static NewMedium standIn(UUID asset, RegisterLot.Item item) {
            return new NewMedium(
                    UUID.randomUUID(),
                    asset,
                    0,
                    MediumKind.UNKNOWN,
                    MediumInterface.NONE,
                    null,
                    "",
                    null,
                    item.instruction(),
                    true);
        }
    }
}

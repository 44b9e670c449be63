package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.reference.ReferenceTable;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Category and waste code of an asset: the officer's word on what the table proposed, and the code fixed at take-over. */
@Component
class Classifications {

    private static final Set<AssetState> STILL_OURS = EnumSet.of(
            AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.REFUSED, AssetState.DISPUTED);

    private final ReferenceTables reference;
    private final ObjectProvider<WasteClassification> table;
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssetHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Classifications(
            ReferenceTables reference,
            ObjectProvider<WasteClassification> table,
            JdbcClient jdbc,
            JdbcTemplate batches,
            AssetHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reference = reference;
        this.table = table;
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    /** The code in force on the day is kept for ever. @throws StateForbids naming the tags of a code that is not */
    void fix(List<AssetMoves.Held> held, LocalDate day) {
        AssetMoves.refuseUnless(held, one -> one.wasteCode() != null, "WASTE_CODE_MISSING");
        Map<String, List<String>> tagsByCode = new TreeMap<>();
        for (AssetMoves.Held one : held) {
            tagsByCode
                    .computeIfAbsent(String.valueOf(one.wasteCode()), any -> new ArrayList<>())
                    .add(one.tag());
        }
        tagsByCode.forEach((code, tags) -> {
            if (!reference.wasteCode(code, day).map(row -> row.validOn(day)).orElse(false)) {
                throw new StateForbids("WASTE_CODE_NOT_IN_FORCE", code, AssetMoves.named(tags), day.toString());
            }
        });
        tagsByCode.forEach((code, tags) -> AssetRows.chunks(tags)
                .forEach(some -> jdbc.sql("update asset set code_version = :version where tag in (:tags)")
                        .param("version", version(code, day), Types.INTEGER)
                        .param("tags", some)
                        .update()));
    }

    /**
     * A new dimension or hazard asks the table again; a category or code given by the officer wins over its answer. All of
     * one request, all or none.
     */
    void reclassify(List<AssetView> assets, Reclassify command, Actor by) {
        List<UUID> ids =
                assets.stream().map(asset -> asset.id().value()).sorted().toList();
        Map<UUID, Hazard> hazards = held(ids);
        List<String> fixed = assets.stream()
                .filter(asset -> !STILL_OURS.contains(asset.state()))
                .map(asset -> asset.tag().value())
                .sorted()
                .toList();
        if (!fixed.isEmpty()) {
            throw new StateForbids("CLASSIFICATION_FIXED", AssetMoves.named(fixed), fixed.size());
        }
        LocalDate day = plannedDay(assets.getFirst());
        refuseUnknown(assets.getFirst(), command, day);
        List<Correction> corrections = assets.stream()
                .map(asset -> new Correction(
                        asset,
                        said(
                                asset,
                                command,
                                hazards.getOrDefault(asset.id().value(), new Hazard(null))
                                        .present(),
                                day)))
                .toList();
        write(corrections, command, day);
        tell(corrections, command, by, clock.instant());
    }

    private record Correction(AssetView asset, Said said) {}

    /** Locked in one order, so that two corrections of the same assets wait for each other. */
    private Map<UUID, Hazard> held(List<UUID> ids) {
        Map<UUID, Hazard> hazards = new HashMap<>();
        for (List<UUID> chunk : AssetRows.chunks(ids)) {
            jdbc.sql("select id, hazardous_components from asset where id in (:ids) order by id for update")
                    .param("ids", chunk)
                    .query(row -> {
                        hazards.put(row.getObject(1, UUID.class), new Hazard(row.getObject(2, Boolean.class)));
                    });
        }
        return hazards;
    }

    private void write(List<Correction> corrections, Reclassify command, LocalDate day) {
        int[][] changed = batches.batchUpdate("""
                update asset set weee_category = ?, waste_code = ?, dangerous = ?, classification_source = ?,
                    classification_open = ?, largest_dimension_cm = coalesce(?, largest_dimension_cm),
                    hazardous_components = coalesce(?, hazardous_components), code_version = ?, version = version + 1
                where id = ? and state = ?
                """, corrections, AssetRows.CHUNK, (statement, correction) -> {
            Said said = correction.said();
            statement.setString(1, said.category());
            statement.setString(2, said.code());
            statement.setBoolean(3, said.dangerous());
            statement.setString(4, said.source());
            statement.setBoolean(5, said.open());
            statement.setBigDecimal(6, command.largestDimensionCm());
            statement.setObject(7, command.hazardousComponents(), Types.BOOLEAN);
            statement.setObject(8, version(said.code(), day), Types.INTEGER);
            statement.setObject(9, correction.asset().id().value());
            statement.setString(10, correction.asset().state().name());
        });
        if (Arrays.stream(changed).flatMapToInt(Arrays::stream).sum() != corrections.size()) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
    }

    private void tell(List<Correction> corrections, Reclassify command, Actor by, Instant at) {
        history.write(
                corrections.stream()
                        .map(one -> new AssetHistory.Line(
                                one.asset().id().value(),
                                null,
                                one.asset().organisation(),
                                words(one.asset().weeeCategory(), one.asset().wasteCode()),
                                words(one.said().category(), one.said().code())))
                        .toList(),
                "reclassify",
                by,
                at,
                command.reason().text());
        corrections.forEach(one -> events.publishEvent(new AssetReclassified(
                one.asset().id(),
                one.asset().request(),
                one.said().category() == null ? "" : one.said().category(),
                one.said().code() == null ? "" : one.said().code(),
                by.stamp(one.asset().organisation(), at))));
    }

    private record Said(
            @Nullable String category, @Nullable String code, boolean dangerous, String source, boolean open) {}

    private Said said(AssetView asset, Reclassify command, @Nullable Boolean hazard, LocalDate day) {
        Said basis = command.largestDimensionCm() == null && command.hazardousComponents() == null
                ? new Said(
                        asset.weeeCategory(),
                        asset.wasteCode(),
                        asset.dangerous(),
                        asset.classificationSource(),
                        asset.classificationOpen())
                : proposed(asset, command, hazard, day);
        if (command.weeeCategory() == null && command.wasteCode() == null) {
            return basis;
        }
        String category = command.weeeCategory() == null ? basis.category() : command.weeeCategory();
        String code = command.wasteCode() == null ? basis.code() : command.wasteCode();
        return new Said(
                category,
                code,
                code != null
                        && reference
                                .wasteCode(code, day)
                                .map(WasteCode::dangerous)
                                .orElse(false),
                command.reason().text(),
                code == null || category == null && !withoutCategory(asset, day));
    }

    private Said proposed(AssetView asset, Reclassify command, @Nullable Boolean before, LocalDate day) {
        BigDecimal dimension =
                command.largestDimensionCm() == null ? asset.largestDimensionCm() : command.largestDimensionCm();
        Boolean hazard = command.hazardousComponents() == null ? before : command.hazardousComponents();
        WasteClassification.Proposal proposal =
                table.getObject().propose(new WasteClassification.Question(type(asset, day), dimension, hazard, day));
        LotWriter.Answer answer = LotWriter.Answer.of(proposal);
        return new Said(
                answer.weeeCategory(),
                answer.wasteCode(),
                answer.dangerous(),
                answer.source(),
                proposal instanceof WasteClassification.Proposal.Ask);
    }

    private void refuseUnknown(AssetView asset, Reclassify command, LocalDate day) {
        List<Problem> problems = new ArrayList<>();
        String category = command.weeeCategory();
        if (category != null && reference.weeeCategory(category).isEmpty()) {
            problems.add(new Problem("weeeCategory", "WEEE_CATEGORY_UNKNOWN", category));
        }
        String code = command.wasteCode();
        if (code != null) {
            reference
                    .wasteCode(code, day)
                    .ifPresentOrElse(
                            row -> {
                                if (!row.validOn(day)) {
                                    problems.add(new Problem(
                                            "wasteCode",
                                            "WASTE_CODE_NOT_IN_FORCE",
                                            code,
                                            List.of(asset.tag().value(), day.toString())));
                                }
                            },
                            () -> problems.add(new Problem("wasteCode", "WASTE_CODE_UNKNOWN", code)));
        }
        BigDecimal dimension = command.largestDimensionCm();
        if (dimension != null && (dimension.signum() <= 0 || dimension.compareTo(new BigDecimal("1000")) > 0)) {
            problems.add(new Problem("largestDimensionCm", "DIMENSION_ABSURD", dimension.toPlainString()));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /** A type that has ended since the request was written is still what the asset is. */
    private EquipmentType type(AssetView asset, LocalDate day) {
        return reference
                .equipmentType(asset.type(), day)
                .or(() -> reference.equipmentType(asset.type()))
                .orElseThrow(() -> new StateForbids("EQUIPMENT_TYPE_ENDED", asset.type()));
    }

    private boolean withoutCategory(AssetView asset, LocalDate day) {
        return "NONE".equals(type(asset, day).weeeCategoryRule());
    }

    private @Nullable Integer version(@Nullable String code, LocalDate day) {
        return code == null
                ? null
                : reference.version(ReferenceTable.WASTE_CODES, code, day).orElse(null);
    }

    private LocalDate plannedDay(AssetView asset) {
        return jdbc.sql("select planned_day from lot where request_id = :request")
                .param("request", asset.request().value())
                .query(LocalDate.class)
                .single();
    }

    private record Hazard(@Nullable Boolean present) {}

    private static String words(@Nullable String category, @Nullable String code) {
        return (category == null ? "–" : category) + " · " + (code == null ? "–" : code);
    }
}

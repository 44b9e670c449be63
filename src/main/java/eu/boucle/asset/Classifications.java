package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
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
    private final AssetHistory history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Classifications(
            ReferenceTables reference,
            ObjectProvider<WasteClassification> table,
            JdbcClient jdbc,
            AssetHistory history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.reference = reference;
        this.table = table;
        this.jdbc = jdbc;
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
            if (!reference.wasteCode(code).map(row -> row.validOn(day)).orElse(false)) {
                throw new StateForbids("WASTE_CODE_NOT_IN_FORCE", code, AssetMoves.named(tags), day.toString());
            }
        });
    }

    /** A new dimension or hazard asks the table again; a category or code given by the officer wins over its answer. */
    void reclassify(AssetView asset, Reclassify command, Actor by) {
        jdbc.sql("select id from asset where id = :id for update")
                .param("id", asset.id().value())
                .query()
                .listOfRows();
        if (!STILL_OURS.contains(asset.state())) {
            throw new StateForbids("CLASSIFICATION_FIXED", asset.tag().value());
        }
        LocalDate day = plannedDay(asset);
        refuseUnknown(asset, command, day);
        Said said = said(asset, command, day);
        Instant at = clock.instant();
        int changed = jdbc.sql("""
                update asset set weee_category = :category, waste_code = :code, dangerous = :dangerous,
                    classification_source = :source, classification_open = :open,
                    largest_dimension_cm = coalesce(:dimension, largest_dimension_cm),
                    hazardous_components = coalesce(:hazard, hazardous_components), version = version + 1
                where id = :id and state = :state
                """)
                .param("category", said.category())
                .param("code", said.code())
                .param("dangerous", said.dangerous())
                .param("source", said.source())
                .param("open", said.open())
                .param("dimension", command.largestDimensionCm(), java.sql.Types.NUMERIC)
                .param("hazard", command.hazardousComponents(), java.sql.Types.BOOLEAN)
                .param("id", asset.id().value())
                .param("state", asset.state().name())
                .update();
        if (changed != 1) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
        history.write(
                List.of(new AssetHistory.Line(
                        asset.id().value(),
                        null,
                        asset.organisation(),
                        words(asset.weeeCategory(), asset.wasteCode()),
                        words(said.category(), said.code()))),
                "reclassify",
                by,
                at,
                command.reason().text());
        events.publishEvent(new AssetReclassified(
                asset.id(),
                asset.request(),
                said.category() == null ? "" : said.category(),
                said.code() == null ? "" : said.code(),
                by.stamp(asset.organisation(), at)));
    }

    private record Said(
            @Nullable String category, @Nullable String code, boolean dangerous, String source, boolean open) {}

    private Said said(AssetView asset, Reclassify command, LocalDate day) {
        Said basis = command.largestDimensionCm() == null && command.hazardousComponents() == null
                ? new Said(
                        asset.weeeCategory(),
                        asset.wasteCode(),
                        asset.dangerous(),
                        asset.classificationSource(),
                        asset.classificationOpen())
                : proposed(asset, command, day);
        if (command.weeeCategory() == null && command.wasteCode() == null) {
            return basis;
        }
        String category = command.weeeCategory() == null ? basis.category() : command.weeeCategory();
        String code = command.wasteCode() == null ? basis.code() : command.wasteCode();
        return new Said(
                category,
                code,
                code != null
                        && reference.wasteCode(code).map(WasteCode::dangerous).orElse(false),
                command.reason().text(),
                code == null || category == null && !withoutCategory(asset));
    }

    private Said proposed(AssetView asset, Reclassify command, LocalDate day) {
        BigDecimal dimension =
                command.largestDimensionCm() == null ? asset.largestDimensionCm() : command.largestDimensionCm();
        Boolean hazard = command.hazardousComponents() == null ? hazard(asset) : command.hazardousComponents();
        WasteClassification.Proposal proposal =
                table.getObject().propose(new WasteClassification.Question(type(asset), dimension, hazard, day));
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
                    .wasteCode(code)
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

    private EquipmentType type(AssetView asset) {
        return reference.equipmentType(asset.type()).orElseThrow();
    }

    private boolean withoutCategory(AssetView asset) {
        return "NONE".equals(type(asset).weeeCategoryRule());
    }

    private LocalDate plannedDay(AssetView asset) {
        return jdbc.sql("select planned_day from lot where request_id = :request")
                .param("request", asset.request().value())
                .query(LocalDate.class)
                .single();
    }

    private @Nullable Boolean hazard(AssetView asset) {
        return jdbc.sql("select hazardous_components from asset where id = :id")
                .param("id", asset.id().value())
                .query((row, number) -> new Hazard(row.getObject(1, Boolean.class)))
                .single()
                .present();
    }

    private record Hazard(@Nullable Boolean present) {}

    private static String words(@Nullable String category, @Nullable String code) {
        return (category == null ? "–" : category) + " · " + (code == null ? "–" : code);
    }
}

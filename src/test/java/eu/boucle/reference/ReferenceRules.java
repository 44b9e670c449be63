package eu.boucle.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.ledger.Ledger;
import eu.boucle.ledger.LedgerEntry;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.Lots;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Reference rows on a real database. Each test has rows of its own: one application serves all. */
abstract class ReferenceRules {

    private static final LocalDate MAY = LocalDate.of(2027, 5, 1);
    private static final LocalDate JUNE = LocalDate.of(2027, 6, 1);
    private static final Reason WHY = new Reason("measured by us");

    @Autowired
    ReferenceOffice office;

    @Autowired
    ReferenceCatalogue catalogue;

    @Autowired
    ReferenceRows rows;

    @Autowired
    VersionShelf shelf;

    @Autowired
    ShipmentDesk shipments;

    @Autowired
    Ledger ledger;

    @Autowired
    Lots lots;

    @Autowired
    TransactionTemplate transactions;

    private final Actor officer = Lots.officer();
    private final String key = "own." + UUID.randomUUID();

    @BeforeEach
    void aRowOfOurOwn() {
        lots.organisation(OrganisationKind.CLIENT);
        office.add(ReferenceTable.CO2_FACTORS, new ChangeRow(factor("10", "20"), MAY, WHY, null), officer);
    }

    @Test
    void theDateOfTheCaseChoosesTheRowAndNothingIsLost() {
        RowVersion changed = office.change(
                ReferenceTable.CO2_FACTORS, key, new ChangeRow(factor("11", "20"), JUNE, WHY, 1), officer);
        assertThat(rows.editionOf(ReferenceTable.CO2_FACTORS, changed.at().plusMillis(1)))
                .isEqualTo(rows.editionOf(ReferenceTable.CO2_FACTORS))
                .isGreaterThan(
                        rows.editionOf(ReferenceTable.CO2_FACTORS, changed.at().minusMillis(1)));

        assertThat(low(MAY.minusDays(1))).isNull();
        assertThat(low(MAY)).isEqualTo("10");
        assertThat(low(JUNE.minusDays(1))).isEqualTo("10");
        assertThat(low(JUNE)).isEqualTo("11");
        RowView row = catalogue.row(ReferenceTable.CO2_FACTORS, key, officer);
        assertThat(row.versions()).extracting(RowVersion::version).containsExactly(1, 2);
        assertThat(row.versions().getLast().by()).isEqualTo(officer.person());
        assertThat(row.versions().getLast().reason()).isEqualTo("measured by us");
        assertThat(row.differences(row.latest())).containsExactly(new RowView.Difference("value_low", "10", "11"));
    }

    @Test
    void aRowEndsFromADayOnAndAnEarlierVersionComesBack() {
        office.end(ReferenceTable.CO2_FACTORS, key, JUNE, WHY, 1, officer);
        assertThat(low(JUNE.minusDays(1))).isEqualTo("10");
        assertThat(low(JUNE)).isNull();

        office.restore(ReferenceTable.CO2_FACTORS, key, 1, JUNE.plusDays(10), WHY, 2, officer);
        assertThat(low(JUNE)).isNull();
        assertThat(low(JUNE.plusDays(10))).isEqualTo("10");
        assertThat(rows.row(ReferenceTable.CO2_FACTORS, key, JUNE.plusDays(10))
                        .orElseThrow()
                        .citation())
                .isEqualTo("co2-factors/" + key + "@3");
    }

    @Test
    void theLedgerKnowsWhoChangedWhichRow() {
        RowVersion changed = office.change(
                ReferenceTable.CO2_FACTORS, key, new ChangeRow(factor("12", "20"), JUNE, WHY, 1), officer);
        List<LedgerEntry> told = ledger.about(new ReferenceRowChanged(
                        ReferenceTable.CO2_FACTORS,
                        key,
                        2,
                        JUNE,
                        false,
                        null,
                        officer.stamp(UUID.randomUUID(), changed.at()))
                .subject());
        assertThat(told).hasSize(2);
        assertThat(told.getLast().actor()).isEqualTo(officer.person());
        assertThat(told.getLast().facts())
                .isEqualTo("{\"ended\":false,\"from\":\"2027-06-01\",\"key\":\"" + key
                        + "\",\"table\":\"co2-factors\",\"version\":2}");
    }

    @Test
    void whatIsWrongIsRefusedByName() {
        Map<String, String> wrong = factor("30", "20");
        wrong.put("unit", "");
        Invalid invalid = catchThrowableOfType(
                Invalid.class,
                () -> office.change(ReferenceTable.CO2_FACTORS, key, new ChangeRow(wrong, JUNE, WHY, 1), officer));
        assertThat(invalid.problems())
                .extracting(Problem::path, Problem::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("unit", "REFERENCE_CELL_EMPTY"));

        Map<String, String> otherKey = factor("1", "2");
        otherKey.put("key", "other");
        assertThatThrownBy(() ->
                        office.change(ReferenceTable.CO2_FACTORS, key, new ChangeRow(otherKey, JUNE, WHY, 1), officer))
                .hasMessageContaining("REFERENCE_KEY_FIXED");
        assertThatThrownBy(() -> office.add(
                        ReferenceTable.CO2_FACTORS, new ChangeRow(factor("1", "2"), JUNE, WHY, null), officer))
                .hasMessageContaining("REFERENCE_KEY_TAKEN");
        assertThatThrownBy(() -> new ChangeRow(Map.of(), LocalDate.of(1900, 1, 1), WHY, null))
                .hasMessageContaining("REFERENCE_FROM_WRONG");
    }

    @Test
    void aChangeThatSaysNothingNewOrComesTooLateIsRefused() {
        assertThatThrownBy(() -> office.change(
                        ReferenceTable.CO2_FACTORS, key, new ChangeRow(factor("10", "20"), JUNE, WHY, 1), officer))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("REFERENCE_UNCHANGED");
        office.change(ReferenceTable.CO2_FACTORS, key, new ChangeRow(factor("11", "20"), JUNE, WHY, 1), officer);
        assertThatThrownBy(() -> office.change(
                        ReferenceTable.CO2_FACTORS, key, new ChangeRow(factor("12", "20"), JUNE, WHY, 1), officer))
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThatThrownBy(() -> office.end(ReferenceTable.CO2_FACTORS, "nowhere", JUNE, WHY, null, officer))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void onlyTheOfficerChangesAndReads() {
        assertThatThrownBy(() -> office.change(
                        ReferenceTable.CO2_FACTORS,
                        key,
                        new ChangeRow(factor("11", "20"), JUNE, WHY, 1),
                        Lots.storekeeper()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> catalogue.tables(Lots.client(UUID.randomUUID())))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anotherNodeSeesTheChangeAtItsNextLook() {
        ReferenceRows theirs = new ReferenceRows(shelf.all());
        ReferenceWatch other = new ReferenceWatch(shelf, theirs);
        other.refresh();
        office.change(ReferenceTable.CO2_FACTORS, key, new ChangeRow(factor("13", "20"), JUNE, WHY, 1), officer);
        assertThat(theirs.row(ReferenceTable.CO2_FACTORS, key, JUNE)
                        .orElseThrow()
                        .text("value_low"))
                .isEqualTo("10");
        other.refresh();
        assertThat(theirs.row(ReferenceTable.CO2_FACTORS, key, JUNE)
                        .orElseThrow()
                        .text("value_low"))
                .isEqualTo("13");
    }

    @Test
    void aChangeThatIsRolledBackWasNever() {
        transactions.executeWithoutResult(status -> {
            office.change(ReferenceTable.CO2_FACTORS, key, new ChangeRow(factor("14", "20"), JUNE, WHY, 1), officer);
            status.setRollbackOnly();
        });
        assertThat(low(JUNE)).isEqualTo("10");
        assertThat(catalogue.row(ReferenceTable.CO2_FACTORS, key, officer).versions())
                .hasSize(1);
    }

    @Test
    void ofTwoOfficersAtOnceOneIsTold() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String value = Integer.toString(i + 1);
                tries.add(people.submit(() -> {
                    start.await();
                    try {
                        office.change(
                                ReferenceTable.CO2_FACTORS,
                                key,
                                new ChangeRow(factor(value, "20"), JUNE, WHY, 1),
                                Lots.officer());
                        return true;
                    } catch (StateForbids late) {
                        return false;
                    }
                }));
            }
            start.countDown();
            int kept = 0;
            for (Future<Boolean> one : tries) {
                kept += one.get() ? 1 : 0;
            }
            assertThat(kept).isEqualTo(1);
        }
        assertThat(catalogue.row(ReferenceTable.CO2_FACTORS, key, officer).versions())
                .hasSize(2);
    }

    @Test
    void anExportIsAValidImportAndNoFormula() {
        Map<String, String> formula = factor("10", "20");
        formula.put("source", "=HYPERLINK(\"http://x\")");
        office.change(
                ReferenceTable.CO2_FACTORS, key, new ChangeRow(formula, LocalDate.of(2020, 1, 1), WHY, 1), officer);
        String csv = catalogue.csv(ReferenceTable.CO2_FACTORS, officer);
        assertThat(csv).contains("\"'=HYPERLINK(\"\"http://x\"\")\"");

        List<Map<String, String>> read =
                TableFile.read(ReferenceTable.CO2_FACTORS, csv.getBytes(StandardCharsets.UTF_8));
        assertThat(office.take(ReferenceTable.CO2_FACTORS, read, catalogue.today(), WHY, officer))
                .isZero();
        List<Map<String, String>> changed = TableFile.read(
                ReferenceTable.CO2_FACTORS,
                csv.replace(key + ",10,20", key + ",15,20").getBytes(StandardCharsets.UTF_8));
        assertThat(office.take(ReferenceTable.CO2_FACTORS, changed, catalogue.today(), WHY, officer))
                .isEqualTo(1);
        assertThat(low(catalogue.today())).isEqualTo("15");
    }

    @Test
    void aFileWithOneWrongCellChangesNothing() {
        Map<String, String> wrong = factor("10", "20");
        wrong.put("key", key + ".other");
        wrong.put("value_low", "ten");
        Invalid invalid = catchThrowableOfType(
                Invalid.class,
                () -> office.take(ReferenceTable.CO2_FACTORS, List.of(factor("11", "20"), wrong), JUNE, WHY, officer));
        assertThat(invalid.problems()).extracting(Problem::path).containsExactly("rows/2/value_low");
        assertThat(low(JUNE)).isEqualTo("10");
    }

    @Test
    void theListIsPagedByKeysAndFound() {
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            Slice<RowView> slice =
                    catalogue.page(ReferenceTable.CO2_FACTORS, new RowFilter("", false), after, 7, officer);
            slice.items().forEach(row -> all.add(row.key()));
            after = slice.next();
        } while (after != null);
        assertThat(all).doesNotHaveDuplicates().contains(key, "embodied.laptop.pcf");
        assertThat(catalogue
                        .page(ReferenceTable.CO2_FACTORS, new RowFilter(key.toUpperCase(), true), null, 7, officer)
                        .items())
                .extracting(RowView::key)
                .containsExactly(key);
        assertThatThrownBy(() ->
                        catalogue.page(ReferenceTable.CO2_FACTORS, new RowFilter("", false), "nonsense", 7, officer))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void aSecondStartBringsNothingNew() {
        long before = shelf.all().size();
        assertThat(shipments.takeOver(ShippedTables.read())).hasSize((int) before);
    }

    private @org.jspecify.annotations.Nullable String low(LocalDate day) {
        return rows.row(ReferenceTable.CO2_FACTORS, key, day)
                .map(row -> row.text("value_low"))
                .orElse(null);
    }

    private Map<String, String> factor(String low, String high) {
        return new HashMap<>(Map.of(
                "key", key, "value_low", low, "value_high", high, "unit", "kgCO2e/unit", "source", "ours", "note", ""));
    }
}

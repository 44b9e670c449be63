package eu.boucle.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ReferenceTablesTests {

    private final ReferenceTables tables = ReferenceTables.asShipped(Clock.systemUTC());

    @Test
    void everyRowIsRead() {
        assertThat(tables.equipmentTypes()).hasSize(30);
        assertThat(tables.wasteCodes()).hasSize(27);
        assertThat(tables.weeeCategories()).hasSize(7);
    }

    @Test
    void anEmptyCellIsNotKnownAndNeverZero() {
        EquipmentType storageArray = tables.equipmentType("storage-array").orElseThrow();
        assertThat(storageArray.weightP50()).isNull();
        assertThat(tables.equipmentType("tape-cartridge").orElseThrow().wasteCodeWithout())
                .isNull();
        assertThat(tables.equipmentType("monitor").orElseThrow().typicalMedia()).isEmpty();
    }

    @Test
    void severalValuesOfACellAreKeptApart() {
        assertThat(tables.equipmentType("server-rack").orElseThrow().batteryHint())
                .containsExactly("coin-cell", "raid-cache");
    }

    @Test
    void aCodeIsInForceFromItsFirstDayToItsLast() {
        WasteCode ends = tables.wasteCode("20 01 33*").orElseThrow();
        WasteCode begins = tables.wasteCode("20 01 43*").orElseThrow();
        assertThat(ends.validOn(LocalDate.of(2026, 12, 8))).isTrue();
        assertThat(ends.validOn(LocalDate.of(2026, 12, 9))).isFalse();
        assertThat(begins.validOn(LocalDate.of(2026, 12, 8))).isFalse();
        assertThat(begins.validOn(LocalDate.of(2026, 12, 9))).isTrue();
    }

    @Test
    void everyCodeThatATypeProposesIsInTheTable() {
        assertThat(tables.equipmentTypes()).allSatisfy(type -> {
            if (type.wasteCodeWithHazard() != null) {
                assertThat(tables.wasteCode(type.wasteCodeWithHazard())).isPresent();
            }
            if (type.wasteCodeWithout() != null) {
                assertThat(tables.wasteCode(type.wasteCodeWithout())).isPresent();
            }
        });
    }
}

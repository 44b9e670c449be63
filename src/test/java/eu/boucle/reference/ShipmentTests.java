package eu.boucle.reference;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.reference.RowVersion.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShipmentTests {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 1);
    private final List<RowVersion> kept = new ArrayList<>();

    @Test
    void aRowNewToTheInstallationIsItsVersionZeroAndInForceFromTheBeginning() {
        RowVersion taken = shipped("first").getFirst();
        assertThat(taken.version()).isZero();
        assertThat(taken.inForceOn(LocalDate.of(1999, 1, 1))).isTrue();
    }

    @Test
    void theSameWordingIsNoNews() {
        kept.addAll(shipped("first"));
        assertThat(shipped("first")).isEmpty();
    }

    @Test
    void aRowThatNobodyChangedMovesOnFromTheDayOfTheStart() {
        kept.addAll(shipped("first"));
        kept.addAll(shipped("second"));
        assertThat(ReferenceRows.inForce(kept, TODAY.minusDays(1)).orElseThrow().text("label_fr"))
                .isEqualTo("first");
        assertThat(ReferenceRows.inForce(kept, TODAY).orElseThrow().text("label_fr"))
                .isEqualTo("second");
    }

    @Test
    void aRowThatTheOfficerChangedStaysAndTheNewWordingIsOffered() {
        kept.addAll(shipped("first"));
        kept.add(version(1, Origin.OFFICER, TODAY.minusDays(9), "ours"));
        kept.addAll(shipped("second"));
        assertThat(kept.getLast().origin()).isEqualTo(Origin.OFFERED);
        assertThat(ReferenceRows.inForce(kept, TODAY).orElseThrow().text("label_fr"))
                .isEqualTo("ours");
    }

    @Test
    void aNodeOfTheFormerReleaseStartedAgainChangesNothing() {
        kept.addAll(shipped("first"));
        kept.addAll(shipped("second"));
        assertThat(shipped("first")).isEmpty();
    }

    private List<RowVersion> shipped(String label) {
        return new Shipment(kept, Instant.EPOCH, TODAY).news(List.of(version(0, Origin.SHIPPED, null, label)));
    }

    private static RowVersion version(int number, Origin origin, @Nullable LocalDate from, String label) {
        return new RowVersion(
                ReferenceTable.ROHS_SUBSTANCES,
                "LEAD",
                number,
                origin,
                from,
                false,
                Map.of("key", "LEAD", "label_fr", label),
                0,
                null,
                "",
                Instant.EPOCH,
                null);
    }
}

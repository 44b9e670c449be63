package eu.boucle.labelling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Lots;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@BoucleTest
class LabelPressTests {

    @Autowired
    private LabelPress press;

    @Autowired
    private Lots lots;

    @Autowired
    private AssetRegister register;

    private final Actor storekeeper = Lots.storekeeper();

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private List<AssetView> screens(int count) {
        return lots.screens(
                lots.organisation(OrganisationKind.CLIENT),
                "L" + UUID.randomUUID().toString().substring(0, 8),
                count);
    }

    @Test
    void eachAssetStillHereGetsALabelAndTheBatchIsKept() throws IOException {
        List<AssetView> assets = screens(3);
        RequestId request = assets.getFirst().request();
        register.withdraw(
                List.of(assets.get(1).id()), storekeeper, Instant.now(), new Reason("Given back at the dock"));

        byte[] pdf = press.print(request, "DR-2026-000007", LabelMedia.ROLL_62, 1, 300, storekeeper);

        assertThat(text(pdf))
                .contains(assets.get(0).tag().value(), assets.get(2).tag().value(), "DR-2026-000007")
                .doesNotContain(assets.get(1).tag().value());
        assertThat(press.waiting(request, storekeeper)).isEqualTo(2);
        assertThat(press.batches(request, storekeeper)).singleElement().satisfies(batch -> {
            assertThat(batch.labels()).isEqualTo(2);
            assertThat(batch.media()).isEqualTo(LabelMedia.ROLL_62);
            assertThat(batch.by()).isEqualTo("Storekeeper");
            assertThat(batch.sha256()).hasSize(64);
        });
    }

    @Test
    void aPreviewIsTheFirstPageAndLeavesNoBatch() throws IOException {
        List<AssetView> assets = screens(4);
        RequestId request = assets.getFirst().request();
        byte[] pdf = press.preview(request, "DR-2026-000007", null, LabelMedia.SHEET_A4_24, 23, 203, storekeeper);
        assertThat(text(pdf))
                .contains(assets.get(0).tag().value(), assets.get(1).tag().value())
                .doesNotContain(assets.get(2).tag().value());
        assertThat(press.batches(request, storekeeper)).isEmpty();
    }

    @Test
    void whatCannotBePrintedIsRefused() {
        RequestId request = screens(1).getFirst().request();
        RequestId empty = new RequestId(UUID.randomUUID());
        assertThatThrownBy(() -> press.print(empty, "DR", LabelMedia.ROLL_62, 1, 300, storekeeper))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("NOTHING_TO_LABEL"));
        for (int start : new int[] {0, -1, 25, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> press.print(request, "DR", LabelMedia.SHEET_A4_24, start, 300, storekeeper))
                    .isInstanceOf(Invalid.class)
                    .hasMessageContaining("LABEL_START_WRONG");
        }
        assertThatThrownBy(() -> press.print(request, "DR", LabelMedia.ROLL_62, 1, 96, storekeeper))
                .isInstanceOf(Invalid.class)
                .hasMessageContaining("RESOLUTION_WRONG");
        assertThatThrownBy(() -> press.print(request, "DR", LabelMedia.ROLL_62, 1, 300, Lots.officer()))
                .isInstanceOf(NotAllowed.class);
    }
}

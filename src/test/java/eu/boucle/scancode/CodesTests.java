package eu.boucle.scancode;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodesTests {

    private static void draw(BufferedImage picture, CodeMatrix matrix, int left, int top, int module, int tall) {
        for (int y = 0; y < matrix.height() * tall; y++) {
            for (int x = 0; x < matrix.width() * module; x++) {
                if (matrix.dark(x / module, y / tall)) {
                    picture.setRGB(left + x, top + y, 0);
                }
            }
        }
    }

    private static BufferedImage paper(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        pen.drawString("Request DR-2026-000123, serial 5CG1234", 200, 250);
        pen.dispose();
        return picture;
    }

    @Test
    void severalCodesOfOnePictureAreRead() {
        String tag = AssetTag.of(41).value();
        for (int module = 2; module <= 6; module++) {
            BufferedImage picture = paper(900, 700);
            draw(picture, Codes.code128(tag), 60, 30, module, 60);
            draw(picture, Codes.dataMatrix(tag), 60, 160, module + 1, module + 1);
            draw(picture, Codes.qr("https://boucle.example/verify/CE-2026-000001"), 400, 380, module, module);
            assertThat(Codes.read(picture))
                    .as("module of %d", module)
                    .containsExactlyInAnyOrder(tag, tag, "https://boucle.example/verify/CE-2026-000001");
        }
    }

    @Test
    void aPictureWithoutCodesGivesNone() {
        assertThat(Codes.read(paper(900, 700))).isEqualTo(List.of());
    }

    @Test
    void codesOfATagAreSmall() {
        String tag = AssetTag.of(41).value();
        assertThat(Codes.code128(tag).height()).isEqualTo(1);
        assertThat(Codes.code128(tag).width()).isLessThanOrEqualTo(112);
        assertThat(Codes.dataMatrix(tag).width()).isLessThanOrEqualTo(14);
        assertThat(Codes.dataMatrix(tag).height())
                .isEqualTo(Codes.dataMatrix(tag).width());
    }

    @Test
    void aCodeHasNoQuietZoneOfItsOwn() {
        CodeMatrix matrix = Codes.code128("5CG1234");
        assertThat(matrix.dark(0, 0)).isTrue();
        assertThat(matrix.dark(matrix.width() - 1, 0)).isTrue();
        assertThat(Codes.qr("x").dark(0, 0)).isTrue();
    }
}

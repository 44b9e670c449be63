package eu.boucle.decommissioning;

import eu.boucle.decommissioning.RequestLine.LineMedium;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What even a draft must respect: it can be stored. Everything else may be missing or wrong until it is sent. */
final class DraftRules {

    private static final BigDecimal LARGEST = new BigDecimal("1000000");

    private DraftRules() {}

    static void check(WriteRequest said, Findings found) {
        found.text("contact/name", said.contact().name(), 120);
        found.text("contact/email", said.contact().email(), 200);
        found.text("contact/phone", said.contact().phone(), 40);
        found.prose("note", said.note(), 2_000);
        if (said.lines().size() > WriteRequest.MOST_LINES) {
            found.add("lines", "LINES_TOO_MANY", said.lines().size(), WriteRequest.MOST_LINES);
            return;
        }
        for (int i = 0; i < said.lines().size(); i++) {
            line("lines/" + i, said.lines().get(i), found);
        }
    }

    private static void line(String path, RequestLine line, Findings found) {
        found.text(path + "/type", line.type(), 60);
        found.text(path + "/manufacturer", line.manufacturer(), 120);
        found.text(path + "/model", line.model(), 120);
        serial(path + "/serial", line.serial(), found);
        found.prose(path + "/condition", line.condition(), 500);
        found.text(path + "/placedOnMarket", line.placedOnMarket(), 20);
        number(path + "/largestDimensionCm", line.largestDimensionCm(), found);
        number(path + "/weightKg", line.weightKg(), found);
        List<LineMedium> media = line.media();
        if (media.size() > WriteRequest.MOST_MEDIA_A_LINE) {
            found.add(path + "/media", "MEDIA_TOO_MANY", media.size(), WriteRequest.MOST_MEDIA_A_LINE);
            return;
        }
        for (int i = 0; i < media.size(); i++) {
            serial(path + "/media/" + i + "/serial", media.get(i).serial(), found);
            found.text(path + "/media/" + i + "/model", media.get(i).model(), 120);
        }
    }

    /** Too long for a serial is for the sender to mend; too long to keep is refused at once. */
    private static void serial(String path, @Nullable String serial, Findings found) {
        if (serial == null) {
            return;
        }
        if (serial.length() > 200) {
            found.add(path, "SERIAL_TOO_LONG", serial);
        } else if (LineRules.hasControl(serial)) {
            found.add(path, "SERIAL_BAD_CHARACTER", LineRules.visible(serial));
        }
    }

    private static void number(String path, @Nullable BigDecimal number, Findings found) {
        if (number != null && number.abs().compareTo(LARGEST) >= 0) {
            found.add(path, "NUMBER_TOO_LARGE", LineRules.shown(number));
        }
    }
}

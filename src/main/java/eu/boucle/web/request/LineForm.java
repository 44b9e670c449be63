package eu.boucle.web.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.Problem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of the equipment grid, as typed: every cell is text until it is judged. The grid's script writes the same shape. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LineForm(
        String type,
        String manufacturer,
        String model,
        String serial,
        String quantity,
        String condition,
        String placedOnMarket,
        String largestDimensionCm,
        String weightKg,
        List<Medium> media,
        String data) {

    /** Media of one line are named by one kind; those of different kinds, as programs write them, are kept as they are. */
    static final String MIXED = "MIXED";

    /** @param kind kind and interface in one word: {@code HDD/SAS} */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Medium(String kind, String serial, String model, String capacityGb) {

        public Medium(
                @Nullable String kind, @Nullable String serial, @Nullable String model, @Nullable String capacityGb) {
            this.kind = text(kind).isEmpty() ? "UNKNOWN/NONE" : text(kind);
            this.serial = text(serial);
            this.model = text(model);
            this.capacityGb = text(capacityGb);
        }
    }

    public LineForm(
            @Nullable String type,
            @Nullable String manufacturer,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String quantity,
            @Nullable String condition,
            @Nullable String placedOnMarket,
            @Nullable String largestDimensionCm,
            @Nullable String weightKg,
            @Nullable List<Medium> media,
            @Nullable String data) {
        this.type = text(type);
        this.manufacturer = text(manufacturer);
        this.model = text(model);
        this.serial = serial == null ? "" : serial;
        this.quantity = text(quantity);
        this.condition = text(condition);
        this.placedOnMarket = text(placedOnMarket);
        this.largestDimensionCm = text(largestDimensionCm);
        this.weightKg = text(weightKg);
        this.media = media == null ? List.of() : List.copyOf(media);
        this.data = text(data);
    }

    static LineForm empty() {
        return new LineForm(null, null, null, null, null, null, null, null, null, null, null);
    }

    static LineForm of(RequestLine line) {
        return new LineForm(
                line.type(),
                line.manufacturer(),
                line.model(),
                line.serial(),
                line.quantity() == 1 ? "" : Integer.toString(line.quantity()),
                line.condition(),
                line.placedOnMarket(),
                shown(line.largestDimensionCm()),
                shown(line.weightKg()),
                line.media().stream().map(LineForm::medium).toList(),
                line.data() == null ? "" : word(line.data()));
    }

    private static Medium medium(LineMedium medium) {
        return new Medium(
                medium.kind() + "/" + attached(medium),
                medium.serial(),
                medium.model(),
                medium.capacityGb() == null ? "" : medium.capacityGb().toString());
    }

    /** None counts as ATA for disks; the others have one way to be attached. */
    private static MediumInterface attached(LineMedium medium) {
        if (medium.attached() != MediumInterface.NONE) {
            return medium.attached();
        }
        return switch (medium.kind()) {
            case HDD, SSD -> MediumInterface.ATA;
            case NVME -> MediumInterface.NVME;
            case FLASH -> MediumInterface.USB;
            case TAPE, CONFIG, PHONE, OTHER, UNKNOWN -> MediumInterface.NONE;
        };
    }

    /** A line typed in the form without its script: named cells of one row, laid over what the row held. */
    LineForm overlaid(Map<String, String> cells, String row) {
        return new LineForm(
                cells.getOrDefault(row + "type", type),
                cells.getOrDefault(row + "manufacturer", manufacturer),
                cells.getOrDefault(row + "model", model),
                cells.getOrDefault(row + "serial", serial),
                cells.getOrDefault(row + "quantity", quantity),
                cells.getOrDefault(row + "condition", condition),
                cells.getOrDefault(row + "placedOnMarket", placedOnMarket),
                cells.getOrDefault(row + "largestDimensionCm", largestDimensionCm),
                cells.getOrDefault(row + "weightKg", weightKg),
                media(
                        cells.getOrDefault(row + "mediaKind", mediaKind()),
                        cells.getOrDefault(row + "mediaCount", ""),
                        cells.getOrDefault(row + "mediaSerials", mediaSerials())),
                cells.getOrDefault(row + "data", data));
    }

    private List<Medium> media(String kind, String count, String serials) {
        if (kind.equals(MIXED)) {
            return media;
        }
        List<Medium> named = new ArrayList<>();
        for (String serial : serials.split("[|,;\\n]")) {
            if (!serial.isBlank()) {
                named.add(at(named.size(), kind, serial.strip()));
            }
        }
        int most = count.strip().matches("\\d{1,3}") ? Integer.parseInt(count.strip()) : 0;
        while (named.size() < most) {
            named.add(at(named.size(), kind, ""));
        }
        return named;
    }

    /** What else was known of the medium in this place is kept while its serial stays. */
    private Medium at(int place, String kind, String serial) {
        Medium before = place < media.size() ? media.get(place) : null;
        return before != null && before.serial().equals(serial)
                ? new Medium(kind, serial, before.model(), before.capacityGb())
                : new Medium(kind, serial, "", "");
    }

    public String mediaKind() {
        List<String> kinds = media.stream().map(Medium::kind).distinct().toList();
        return kinds.isEmpty() ? "" : kinds.size() == 1 ? kinds.getFirst() : MIXED;
    }

    public String mediaSerials() {
        return String.join(
                " | ",
                media.stream()
                        .map(Medium::serial)
                        .filter(serial -> !serial.isEmpty())
                        .toList());
    }

    public boolean blank() {
        return equals(empty())
                || (manufacturer.isEmpty()
                        && model.isEmpty()
                        && serial.isBlank()
                        && media.isEmpty()
                        && weightKg.isEmpty()
                        && condition.isEmpty());
    }

    /** What cannot be read as what it should be goes to the problems, under the line's path. */
    RequestLine line(String path, List<Problem> problems) {
        return new RequestLine(
                type,
                manufacturer,
                model,
                serial,
                Objects.requireNonNullElse(whole(path + "/quantity", quantity, problems), 1),
                condition,
                placedOnMarket,
                decimal(path + "/largestDimensionCm", largestDimensionCm, problems),
                decimal(path + "/weightKg", weightKg, problems),
                lineMedia(path, problems),
                instruction(path + "/data", data, problems));
    }

    private List<LineMedium> lineMedia(String path, List<Problem> problems) {
        List<LineMedium> all = new ArrayList<>();
        for (int i = 0; i < media.size(); i++) {
            Medium medium = media.get(i);
            String[] words = medium.kind().split("/", 2);
            all.add(new LineMedium(
                    word(MediumKind.class, words[0], path + "/media/" + i, problems),
                    words.length < 2 ? null : word(MediumInterface.class, words[1], path + "/media/" + i, problems),
                    medium.serial(),
                    medium.model(),
                    whole(path + "/media/" + i + "/capacityGb", medium.capacityGb(), problems)));
        }
        return all;
    }

    /** An instruction in one word: {@code ERASE/HERE/PURGE}; absent when the line follows the request. */
    static @Nullable DataInstruction instruction(String path, String given, List<Problem> problems) {
        if (given.isEmpty()) {
            return null;
        }
        String[] words = given.split("/", 3);
        if (words.length == 3) {
            DataAction action = word(DataAction.class, words[0], path, problems);
            DataPlace where = word(DataPlace.class, words[1], path, problems);
            SanitizationLevel level = word(SanitizationLevel.class, words[2], path, problems);
            return action == null || where == null || level == null ? null : new DataInstruction(action, where, level);
        }
        problems.add(new Problem(path, "WORD_UNKNOWN", given));
        return null;
    }

    static String word(DataInstruction data) {
        return data.action() + "/" + data.where() + "/" + data.level();
    }

    static <E extends Enum<E>> @Nullable E word(Class<E> kind, String given, String path, List<Problem> problems) {
        for (E one : kind.getEnumConstants()) {
            if (one.name().equals(given)) {
                return one;
            }
        }
        problems.add(new Problem(path, "WORD_UNKNOWN", given));
        return null;
    }

    private static @Nullable Integer whole(String path, String given, List<Problem> problems) {
        String plain = given.replaceAll("[\\s\\u00A0\\u202F]", "");
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("[+-]?\\d{1,9}")) {
            problems.add(new Problem(path, "NUMBER_UNREADABLE", given));
            return null;
        }
        return Integer.valueOf(plain);
    }

    /** With a point or a comma. */
    private static @Nullable BigDecimal decimal(String path, String given, List<Problem> problems) {
        String plain = given.replaceAll("[\\s\\u00A0\\u202F]", "").replace(',', '.');
        if (plain.isEmpty()) {
            return null;
        }
        if (!plain.matches("[+-]?\\d{1,12}(\\.\\d{0,6})?")) {
            problems.add(new Problem(path, "NUMBER_UNREADABLE", given));
            return null;
        }
        return new BigDecimal(plain);
    }

    private static String shown(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }
}

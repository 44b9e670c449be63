package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.ListPreview.RowProblem;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.SerialNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a list, turned into a line of a request; what cannot be is said, cell by cell. */
class ListRow {

    /** Above this an item of a type without bounds is worth a second look. */
    private static final BigDecimal HEAVY_KG = new BigDecimal("500");

    private static final int MOST_DRIVES = WriteRequest.MOST_MEDIA_A_LINE;
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?E\\+\\d+");
    private static final Pattern MAC = Pattern.compile("([0-9A-F]{2}[:-]){5}[0-9A-F]{2}");
    private static final Pattern NOT_KNOWN = Pattern.compile("[?.-]*|N/?A|INCONNUE?|UNKNOWN|[ÀA]RELEVER|NEANT|NÉANT");
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@].*|[+-].*\\(.*");
    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final Map<String, String> cells = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<String, EquipmentType> types;
    private final TypeGuess guess;
    private final LocalDate today;

    ListRow(
            ListHeadings headings,
            List<String> given,
            Map<String, EquipmentType> types,
            TypeGuess guess,
            LocalDate today) {
        this.types = types;
        this.guess = guess;
        this.today = today;
        for (int column = 0; column < headings.size() && column < given.size(); column++) {
            String field = headings.field(column);
            String value = clean(given.get(column));
            if (field != null && !value.isEmpty()) {
                cells.merge(field, value, (one, other) -> one + " " + other);
            }
        }
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** The client's own number of the machine, or nothing. */
    String assetTag() {
        return cell(ListHeadings.ASSET_TAG);
    }

    RequestLine line() {
        formulas();
        String manufacturer = cut(cell(ListHeadings.MANUFACTURER), 120);
        String model = cut(cell(ListHeadings.MODEL), 120);
        if (model.isEmpty()) {
            problem(ListHeadings.MODEL, "MODEL_MISSING");
        } else if (manufacturer.isEmpty()) {
            problem(ListHeadings.MANUFACTURER, "MANUFACTURER_MISSING");
        }
        String type = type(manufacturer, model);
        Optional<SerialNumber> serial = serial();
        int quantity = quantity(serial.isPresent());
        BigDecimal weight = weight(types.get(type));
        String placedOnMarket = purchased();
        Optional<Boolean> dataBearing = dataBearing();
        List<LineMedium> media = media(type, serial, dataBearing);
        return new RequestLine(
                type,
                manufacturer,
                model,
                serial.map(SerialNumber::normalised).orElse(null),
                quantity,
                cut(remarks(), 500),
                placedOnMarket,
                null,
                weight,
                media,
                dataBearing.orElse(true)
                        ? null
                        : new DataInstruction(DataAction.NONE, DataPlace.HERE, SanitizationLevel.CLEAR));
    }

    private void formulas() {
        for (String field : List.of(
                ListHeadings.MANUFACTURER,
                ListHeadings.MODEL,
                ListHeadings.PART_NUMBER,
                ListHeadings.ASSET_TAG,
                ListHeadings.LOCATION,
                ListHeadings.CONDITION,
                ListHeadings.NOTES,
                ListHeadings.NAME)) {
            if (FORMULA.matcher(cell(field)).matches()) {
                problem(field, "FORMULA_CELL");
            }
        }
    }

    private String type(String manufacturer, String model) {
        String given = cell(ListHeadings.TYPE);
        Optional<String> byName = given.isEmpty() ? Optional.empty() : guess.byName(given);
        if (byName.isPresent()) {
            return byName.get();
        }
        Optional<String> byModel = guess.byModel(manufacturer, model);
        if (!given.isEmpty() || byModel.isEmpty()) {
            problem(ListHeadings.TYPE, "TYPE_UNKNOWN");
        }
        return byModel.orElse("other");
    }

    /** Nothing when there is none, or none that can be kept. */
    private Optional<SerialNumber> serial() {
        Optional<SerialNumber> given = SerialNumber.of(cell(ListHeadings.SERIAL));
        if (given.isEmpty()) {
            problem(ListHeadings.SERIAL, "SERIAL_UNKNOWN");
            return Optional.empty();
        }
        String normalised = given.get().normalised();
        if (LineRules.hasControl(normalised)) {
            problems.add(new RowProblem(ListHeadings.SERIAL, "SERIAL_BAD_CHARACTER", LineRules.visible(normalised)));
        } else if (normalised.length() > SerialNumber.LONGEST) {
            problem(ListHeadings.SERIAL, "SERIAL_TOO_LONG");
        } else if (SCIENTIFIC.matcher(normalised).matches()) {
            problem(ListHeadings.SERIAL, "SERIAL_SCIENTIFIC");
        } else if (NOT_KNOWN.matcher(normalised).matches()) {
            problem(ListHeadings.SERIAL, "SERIAL_UNKNOWN");
        } else if (given.get().placeholder() || given.get().masked()) {
            problem(ListHeadings.SERIAL, "SERIAL_PLACEHOLDER");
        } else {
            if (MAC.matcher(normalised).matches()) {
                problem(ListHeadings.SERIAL, "SERIAL_LOOKS_LIKE_MAC");
            }
            return given;
        }
        return Optional.empty();
    }

    private int quantity(boolean named) {
        String given = cell(ListHeadings.QUANTITY);
        if (given.isEmpty()) {
            return 1;
        }
        Optional<Integer> number = whole(given);
        if (number.isEmpty()) {
            problem(ListHeadings.QUANTITY, "QUANTITY_NOT_A_NUMBER");
            return 1;
        }
        if (number.get() < 1) {
            problem(ListHeadings.QUANTITY, "QUANTITY_NOT_POSITIVE");
        } else if (number.get() > WriteRequest.LARGEST_QUANTITY) {
            problem(ListHeadings.QUANTITY, "QUANTITY_TOO_LARGE");
        } else if (number.get() > 1 && named) {
            problem(ListHeadings.QUANTITY, "QUANTITY_WITH_SERIAL");
        }
        return number.get();
    }

    private @Nullable BigDecimal weight(@Nullable EquipmentType type) {
        String given = cell(ListHeadings.WEIGHT);
        if (given.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = decimal(given);
        if (number.isEmpty()) {
            problem(ListHeadings.WEIGHT, "WEIGHT_NOT_A_NUMBER");
            return null;
        }
        BigDecimal weight = number.get();
        if (weight.signum() <= 0) {
            problem(ListHeadings.WEIGHT, "WEIGHT_NOT_POSITIVE");
            return null;
        }
        BigDecimal most = type == null || type.weightMax() == null ? HEAVY_KG : type.weightMax();
        BigDecimal least = type == null || type.weightMin() == null ? BigDecimal.ZERO : type.weightMin();
        if (weight.compareTo(most) > 0 || weight.compareTo(least) < 0) {
            problem(ListHeadings.WEIGHT, "WEIGHT_IMPLAUSIBLE");
        }
        return weight;
    }

    private String purchased() {
        String given = cell(ListHeadings.PURCHASED);
        if (given.isEmpty()) {
            return "";
        }
        String day = given.replaceFirst("[ T]\\d{2}:\\d{2}(:\\d{2})?$", "");
        Optional<LocalDate> date = LineRules.date(day).or(() -> french(day));
        if (date.isEmpty()) {
            problem(ListHeadings.PURCHASED, "DATE_INVALID");
            return "";
        }
        if (date.get().isAfter(today)) {
            problem(ListHeadings.PURCHASED, "DATE_IN_FUTURE");
        }
        return day.length() == 4 ? day : date.get().toString();
    }

    private static Optional<LocalDate> french(String day) {
        try {
            return Optional.of(LocalDate.parse(day, FRENCH_DAY));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private Optional<Boolean> dataBearing() {
        String given = ListHeadings.plain(cell(ListHeadings.DATA_BEARING));
        return switch (given) {
            case "" -> Optional.empty();
            case "oui", "yes", "o", "y" -> Optional.of(true);
            case "non", "no", "n" -> Optional.of(false);
            default -> {
                problem(ListHeadings.DATA_BEARING, "DATA_BEARING_NOT_YES_NO");
                yield Optional.empty();
            }
        };
    }

    private List<LineMedium> media(String type, Optional<SerialNumber> machine, Optional<Boolean> dataBearing) {
        List<String> serials = driveSerials();
        int count = driveCount(serials);
        if (!dataBearing.orElse(true)) {
            if (!serials.isEmpty()) {
                problem(ListHeadings.DATA_BEARING, "DATA_BEARING_CONTRADICTION", String.join(", ", serials));
            }
            return List.of();
        }
        MediumKind kind = kind(type);
        if (serials.isEmpty() && count == 1 && kind != MediumKind.UNKNOWN && machine.isPresent()) {
            // A loose disk is its own medium.
            serials = List.of(machine.get().normalised());
        }
        List<LineMedium> media = new ArrayList<>();
        for (int i = 0; i < Math.max(count, serials.size()); i++) {
            media.add(new LineMedium(kind, MediumInterface.NONE, i < serials.size() ? serials.get(i) : null, "", null));
        }
        return media;
    }

    private List<String> driveSerials() {
        List<String> serials = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String given : cell(ListHeadings.DRIVE_SERIALS).split("\\|")) {
            Optional<SerialNumber> serial = SerialNumber.of(given);
            if (serial.isEmpty()) {
                continue;
            }
            String normalised = serial.get().normalised();
            if (LineRules.hasControl(normalised)) {
                problem(ListHeadings.DRIVE_SERIALS, "SERIAL_BAD_CHARACTER", LineRules.visible(normalised));
            } else if (normalised.length() > SerialNumber.LONGEST) {
                problem(ListHeadings.DRIVE_SERIALS, "SERIAL_TOO_LONG", normalised);
            } else if (!seen.add(normalised)) {
                problem(ListHeadings.DRIVE_SERIALS, "DRIVE_SERIAL_DUPLICATE", normalised);
            } else {
                serials.add(normalised);
            }
        }
        if (serials.size() > MOST_DRIVES) {
            problem(ListHeadings.DRIVE_SERIALS, "DRIVE_COUNT_IMPLAUSIBLE", Integer.toString(serials.size()));
            return List.of();
        }
        return serials;
    }

    private int driveCount(List<String> serials) {
        String given = cell(ListHeadings.DRIVE_COUNT);
        if (given.isEmpty()) {
            return serials.size();
        }
        Optional<Integer> count = whole(given).filter(number -> number >= 0);
        if (count.isEmpty()) {
            problem(ListHeadings.DRIVE_COUNT, "DRIVE_COUNT_NOT_A_NUMBER");
            return serials.size();
        }
        if (count.get() > MOST_DRIVES) {
            problem(ListHeadings.DRIVE_COUNT, "DRIVE_COUNT_IMPLAUSIBLE");
            return serials.size();
        }
        boolean repeated = problems.stream().anyMatch(problem -> problem.code().equals("DRIVE_SERIAL_DUPLICATE"));
        if (!serials.isEmpty() && count.get() != serials.size() && !repeated) {
            problem(ListHeadings.DRIVE_COUNT, "DRIVE_COUNT_MISMATCH", count.get() + " / " + serials.size());
        }
        return count.get();
    }

    /** Only where the type leaves no doubt: what is inside a server is said by the report of its erasure. */
    private static MediumKind kind(String type) {
        return switch (type) {
            case "loose-hdd" -> MediumKind.HDD;
            case "loose-ssd" -> MediumKind.SSD;
            case "tape-cartridge" -> MediumKind.TAPE;
            case "smartphone", "tablet" -> MediumKind.PHONE;
            default -> MediumKind.UNKNOWN;
        };
    }

    /** What a request's line has no place for is kept beside the condition: where it stands, what the client calls it. */
    private String remarks() {
        return Stream.of(
                        ListHeadings.CONDITION,
                        ListHeadings.NOTES,
                        ListHeadings.ASSET_TAG,
                        ListHeadings.NAME,
                        ListHeadings.PART_NUMBER,
                        ListHeadings.LOCATION)
                .map(this::cell)
                .filter(cell -> !cell.isEmpty())
                .map(cell -> LineRules.visible(cell))
                .distinct()
                .collect(Collectors.joining(" · "));
    }

    private String cell(String field) {
        return Objects.requireNonNullElse(cells.get(field), "");
    }

    private void problem(String field, String code) {
        problem(field, code, cell(field));
    }

    private void problem(String field, String code, String value) {
        problems.add(new RowProblem(field, code, cut(value, 80)));
    }

    /** Outer spaces of every kind and invisible characters away. */
    static String clean(String cell) {
        return cell.replaceAll(
                "^[\\s\\u00A0\\u200B\\u202F\\u2060\\uFEFF]+|[\\s\\u00A0\\u200B\\u202F\\u2060\\uFEFF]+$", "");
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    private static Optional<Integer> whole(String given) {
        String plain = given.replaceAll("[\\s\\u00A0\\u202F]", "");
        return plain.matches("[+-]?\\d{1,9}") ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }

    /** A point or a comma; spaces between thousands; a unit after it. */
    static Optional<BigDecimal> decimal(String given) {
        String plain = given.replaceAll("[\\s\\u00A0\\u202F]", "").replaceFirst("(?i)kg$", "");
        if (plain.indexOf(',') >= 0 && plain.indexOf('.') >= 0) {
            plain = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? plain.replace(".", "") : plain.replace(",", "");
        }
        plain = plain.replace(',', '.');
        return plain.matches("[+-]?(\\d{1,6}(\\.\\d{0,6})?|\\.\\d{1,6})")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }
}

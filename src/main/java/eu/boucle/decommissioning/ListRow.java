package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.ListPreview.RowProblem;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.SerialNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One row of a list, turned into a line of a request; what cannot be is said, cell by cell. */
class ListRow {

    /** Above this an item of a type without bounds is worth a second look. */
    private static final BigDecimal HEAVY_KG = new BigDecimal("500");

    private static final Pattern SCIENTIFIC = Pattern.compile("\\d+([.,]\\d+)?E\\+\\d+");
    private static final Pattern MAC = Pattern.compile("([0-9A-F]{2}[:-]){5}[0-9A-F]{2}");
    private static final Pattern NOT_KNOWN = Pattern.compile("[?.-]*|N/?A|INCONNUE?|UNKNOWN|[ÀA]RELEVER|NEANT|NÉANT");
    private static final Pattern FORMULA = Pattern.compile("(?s)[=@].*|[+-].*\\(.*");
    private static final DateTimeFormatter FRENCH_DAY =
            DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private final ListCells cells;
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
        this.cells = new ListCells(headings, given);
    }

    List<RowProblem> problems() {
        return cells.problems();
    }

    /** The client's own number of the machine, or nothing. */
    String assetTag() {
        return cells.cell(ListHeadings.ASSET_TAG);
    }

    RequestLine line() {
        formulas();
        String manufacturer = ListCells.cut(cells.cell(ListHeadings.MANUFACTURER), 120);
        String model = ListCells.cut(cells.cell(ListHeadings.MODEL), 120);
        if (model.isEmpty()) {
            cells.problem(ListHeadings.MODEL, "MODEL_MISSING");
        } else if (manufacturer.isEmpty()) {
            cells.problem(ListHeadings.MANUFACTURER, "MANUFACTURER_MISSING");
        }
        String type = type(manufacturer, model);
        Optional<SerialNumber> serial = serial();
        int quantity = quantity(serial.isPresent());
        BigDecimal weight = weight(types.get(type));
        String placedOnMarket = purchased();
        ListDrives drives = new ListDrives(cells);
        Optional<Boolean> dataBearing = drives.dataBearing();
        List<LineMedium> media = drives.media(type, serial, dataBearing);
        return new RequestLine(
                type,
                manufacturer,
                model,
                serial.map(SerialNumber::normalised).orElse(null),
                quantity,
                ListCells.cut(remarks(), 500),
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
            if (FORMULA.matcher(cells.cell(field)).matches()) {
                cells.problem(field, "FORMULA_CELL");
            }
        }
    }

    private String type(String manufacturer, String model) {
        String given = cells.cell(ListHeadings.TYPE);
        Optional<String> byName = given.isEmpty() ? Optional.empty() : guess.byName(given);
        if (byName.isPresent()) {
            return byName.get();
        }
        Optional<String> byModel = guess.byModel(manufacturer, model);
        if (!given.isEmpty() || byModel.isEmpty()) {
            cells.problem(ListHeadings.TYPE, "TYPE_UNKNOWN");
        }
        return byModel.orElse("other");
    }

    /** Nothing when there is none, or none that can be kept. */
    private Optional<SerialNumber> serial() {
        Optional<SerialNumber> given = SerialNumber.of(cells.cell(ListHeadings.SERIAL));
        if (given.isEmpty()) {
            cells.problem(ListHeadings.SERIAL, "SERIAL_UNKNOWN");
            return Optional.empty();
        }
        String normalised = given.get().normalised();
        if (LineRules.hasControl(normalised)) {
            cells.problem(ListHeadings.SERIAL, "SERIAL_BAD_CHARACTER", LineRules.visible(normalised));
        } else if (normalised.length() > SerialNumber.LONGEST) {
            cells.problem(ListHeadings.SERIAL, "SERIAL_TOO_LONG");
        } else if (SCIENTIFIC.matcher(normalised).matches()) {
            cells.problem(ListHeadings.SERIAL, "SERIAL_SCIENTIFIC");
        } else if (NOT_KNOWN.matcher(normalised).matches()) {
            cells.problem(ListHeadings.SERIAL, "SERIAL_UNKNOWN");
        } else if (given.get().placeholder() || given.get().masked()) {
            cells.problem(ListHeadings.SERIAL, "SERIAL_PLACEHOLDER");
        } else {
            if (MAC.matcher(normalised).matches()) {
                cells.problem(ListHeadings.SERIAL, "SERIAL_LOOKS_LIKE_MAC");
            }
            return given;
        }
        return Optional.empty();
    }

    private int quantity(boolean named) {
        String given = cells.cell(ListHeadings.QUANTITY);
        if (given.isEmpty()) {
            return 1;
        }
        Optional<Integer> number = ListCells.whole(given);
        if (number.isEmpty()) {
            cells.problem(ListHeadings.QUANTITY, "QUANTITY_NOT_A_NUMBER");
            return 1;
        }
        if (number.get() < 1) {
            cells.problem(ListHeadings.QUANTITY, "QUANTITY_NOT_POSITIVE");
        } else if (number.get() > WriteRequest.LARGEST_QUANTITY) {
            cells.problem(ListHeadings.QUANTITY, "QUANTITY_TOO_LARGE");
        } else if (number.get() > 1 && named) {
            cells.problem(ListHeadings.QUANTITY, "QUANTITY_WITH_SERIAL");
        }
        return number.get();
    }

    private @Nullable BigDecimal weight(@Nullable EquipmentType type) {
        String given = cells.cell(ListHeadings.WEIGHT);
        if (given.isEmpty()) {
            return null;
        }
        Optional<BigDecimal> number = ListCells.decimal(given);
        if (number.isEmpty()) {
            cells.problem(ListHeadings.WEIGHT, "WEIGHT_NOT_A_NUMBER");
            return null;
        }
        BigDecimal weight = number.get();
        if (weight.signum() <= 0) {
            cells.problem(ListHeadings.WEIGHT, "WEIGHT_NOT_POSITIVE");
            return null;
        }
        BigDecimal most = type == null || type.weightMax() == null ? HEAVY_KG : type.weightMax();
        BigDecimal least = type == null || type.weightMin() == null ? BigDecimal.ZERO : type.weightMin();
        if (weight.compareTo(most) > 0 || weight.compareTo(least) < 0) {
            cells.problem(ListHeadings.WEIGHT, "WEIGHT_IMPLAUSIBLE");
        }
        return weight;
    }

    private String purchased() {
        String given = cells.cell(ListHeadings.PURCHASED);
        if (given.isEmpty()) {
            return "";
        }
        String day = given.replaceFirst("[ T]\\d{2}:\\d{2}(:\\d{2})?$", "");
        Optional<LocalDate> date = LineRules.date(day).or(() -> french(day));
        if (date.isEmpty()) {
            cells.problem(ListHeadings.PURCHASED, "DATE_INVALID");
            return "";
        }
        if (date.get().isAfter(today)) {
            cells.problem(ListHeadings.PURCHASED, "DATE_IN_FUTURE");
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

    /** What a request's line has no place for is kept beside the condition: where it stands, what the client calls it. */
    private String remarks() {
        return Stream.of(
                        ListHeadings.CONDITION,
                        ListHeadings.NOTES,
                        ListHeadings.ASSET_TAG,
                        ListHeadings.NAME,
                        ListHeadings.PART_NUMBER,
                        ListHeadings.LOCATION)
                .map(cells::cell)
                .filter(cell -> !cell.isEmpty())
                .map(cell -> LineRules.visible(cell))
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}

package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.SerialNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What each line must say before a request can be sent; one object judges one list. */
class LineRules {

    /** Above this nobody weighs one item by hand: the number is a slip. */
    static final BigDecimal HEAVIEST_KG = new BigDecimal("2000");

    /** How far outside the bounds of its type a weight is no longer doubtful but wrong. */
    private static final BigDecimal FAR_OUTSIDE = BigDecimal.TEN;

    private static final BigDecimal LARGEST_CM = new BigDecimal("500");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\n\\r]]");

    private final Map<String, EquipmentType> types;
    private final TechniqueTable techniques;
    private final LocalDate today;
    private final Findings found;
    private final Map<String, Integer> machines = new HashMap<>();
    private final Map<String, Integer> media = new HashMap<>();

    LineRules(Map<String, EquipmentType> types, TechniqueTable techniques, LocalDate today, Findings found) {
        this.types = types;
        this.techniques = techniques;
        this.today = today;
        this.found = found;
    }

    void check(int index, RequestLine line, @Nullable DataInstruction ofRequest) {
        String path = "lines/" + index;
        EquipmentType type = types.get(line.type());
        if (line.type().isEmpty()) {
            found.add(path + "/type", "TYPE_MISSING", null);
        } else if (type == null) {
            found.add(path + "/type", "TYPE_UNKNOWN", line.type());
        }
        if (line.manufacturer().isEmpty()) {
            found.add(path + "/manufacturer", "MANUFACTURER_MISSING", null);
        }
        if (line.model().isEmpty()) {
            found.add(path + "/model", "MODEL_MISSING", null);
        }
        quantity(path, line);
        serial(path + "/serial", line.serial(), index, machines);
        weight(path + "/weightKg", line.weightKg(), type);
        if (line.largestDimensionCm() != null
                && (line.largestDimensionCm().signum() <= 0
                        || line.largestDimensionCm().compareTo(LARGEST_CM) > 0)) {
            found.add(path + "/largestDimensionCm", "DIMENSION_WRONG", shown(line.largestDimensionCm()));
        }
        placedOnMarket(path + "/placedOnMarket", line.placedOnMarket());
        DataInstruction instruction = line.instruction(ofRequest);
        for (int i = 0; i < line.media().size(); i++) {
            medium(path + "/media/" + i, line.media().get(i), line.quantity(), index, instruction);
        }
        if (instruction != null
                && instruction.action() == DataAction.NONE
                && !line.media().isEmpty()) {
            found.add(path + "/media", "DATA_NONE_WITH_MEDIA", line.media().size());
        }
        if (line.data() != null) {
            contradiction(path + "/data/level", line.data(), found);
        }
    }

    /** Erasing never destroys: the two words contradict each other on any medium. */
    static boolean contradiction(String path, DataInstruction data, Findings found) {
        if (data.action() == DataAction.ERASE && data.level() == SanitizationLevel.DESTROY) {
            found.add(path, "LEVEL_UNREACHABLE", data.level(), data.level(), SanitizationLevel.PURGE);
            return true;
        }
        return false;
    }

    private void quantity(String path, RequestLine line) {
        if (line.quantity() < 1) {
            found.add(path + "/quantity", "QUANTITY_NOT_POSITIVE", line.quantity());
        } else if (line.quantity() > WriteRequest.LARGEST_QUANTITY) {
            found.add(path + "/quantity", "QUANTITY_TOO_LARGE", line.quantity(), WriteRequest.LARGEST_QUANTITY);
        } else if (line.quantity() != 1 && line.serial() != null) {
            found.add(path + "/quantity", "QUANTITY_WITH_SERIAL", line.quantity());
        }
    }

    private void serial(String path, @Nullable String given, int index, Map<String, Integer> seen) {
        Optional<SerialNumber> number = SerialNumber.of(given);
        if (number.isEmpty()) {
            return;
        }
        String normalised = number.get().normalised();
        Optional<String> fault = number.get().fault();
        if (fault.isPresent()) {
            found.add(path, fault.get(), number.get().raw());
        } else {
            Integer first = seen.putIfAbsent(normalised, index);
            if (first != null) {
                found.add(path, "DUPLICATE_SERIAL", normalised, first + 1);
            }
        }
    }

    private void weight(String path, @Nullable BigDecimal weight, @Nullable EquipmentType type) {
        if (weight == null) {
            return;
        }
        if (weight.signum() <= 0) {
            found.add(path, "WEIGHT_NOT_POSITIVE", shown(weight));
            return;
        }
        BigDecimal most = type == null || type.weightMax() == null
                ? HEAVIEST_KG
                : type.weightMax().multiply(FAR_OUTSIDE).min(HEAVIEST_KG);
        if (weight.compareTo(most) > 0) {
            found.add(path, "WEIGHT_IMPLAUSIBLE", shown(weight), shown(most));
        }
    }

    private void placedOnMarket(String path, String given) {
        if (given.isEmpty()) {
            return;
        }
        Optional<LocalDate> day = date(given);
        if (day.isEmpty()) {
            found.add(path, "DATE_INVALID", given);
        } else if (day.get().isAfter(today)) {
            found.add(path, "DATE_IN_FUTURE", given);
        }
    }

    /** A year, as its first day, or an ISO date; nothing before computers. */
    static Optional<LocalDate> date(String given) {
        try {
            LocalDate day =
                    given.matches("\\d{4}") ? Year.of(Integer.parseInt(given)).atDay(1) : LocalDate.parse(given);
            return day.getYear() < 1960 || day.getYear() > 9999 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void medium(
            String path, LineMedium medium, int quantity, int index, @Nullable DataInstruction instruction) {
        serial(path + "/serial", medium.serial(), index, media);
        if (medium.serial() != null && quantity > 1) {
            found.add(path + "/serial", "QUANTITY_WITH_SERIAL", quantity);
        }
        if (medium.capacityGb() != null && (medium.capacityGb() < 1 || medium.capacityGb() > 1_000_000)) {
            found.add(path + "/capacityGb", "CAPACITY_WRONG", medium.capacityGb());
        }
        if (instruction == null
                || instruction.action() != DataAction.ERASE
                || instruction.level() == SanitizationLevel.DESTROY) {
            return;
        }
        techniques
                .highestByErasing(medium.kind(), medium.attached())
                .filter(highest -> highest.compareTo(instruction.level()) < 0)
                .ifPresent(highest ->
                        found.add(path, "LEVEL_UNREACHABLE", instruction.level(), instruction.level(), highest));
    }

    /** Every serial that a request claims, machines and media, normalised. */
    static Set<String> serials(List<RequestLine> lines) {
        Set<String> serials = new HashSet<>();
        for (RequestLine line : lines) {
            SerialNumber.of(line.serial()).ifPresent(number -> serials.add(number.normalised()));
            for (LineMedium medium : line.media()) {
                SerialNumber.of(medium.serial()).ifPresent(number -> serials.add(number.normalised()));
            }
        }
        return serials;
    }

    static boolean hasControl(String text) {
        return CONTROL.matcher(text).find();
    }

    static String visible(String text) {
        return CONTROL.matcher(text).replaceAll("�");
    }

    /** Never a million digits: {@code 1E+1000000} is a short text and a long number. */
    static String shown(BigDecimal number) {
        return number.precision() - number.scale() > 20 || number.scale() > 20
                ? number.toString()
                : number.toPlainString();
    }
}

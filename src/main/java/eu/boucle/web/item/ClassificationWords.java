package eu.boucle.web.item;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.asset.WasteCode;
import eu.boucle.asset.WeeeCategory;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.PlainNumber;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Types, categories and waste codes as the reader's language says them, and what a form may choose from. */
@Component
class ClassificationWords {

    /** The official list points to its notes by this; here it points nowhere. */
    private static final String NOTE_MARK = " (3)";

    private final ReferenceTables reference;

    ClassificationWords(ReferenceTables reference) {
        this.reference = reference;
    }

    /** A choice of a list with the words shown for it. */
    public record Choice(String value, String words) {}

    List<Choice> categories() {
        return reference.weeeCategories().stream()
                .map(category -> new Choice(category.category(), category.category() + " – " + label(category)))
                .toList();
    }

    List<Choice> codes() {
        return reference.wasteCodes().stream()
                .map(code -> new Choice(code.code(), code.code() + " – " + label(code)))
                .toList();
    }

    Map<String, String> types() {
        Map<String, String> labels = new HashMap<>();
        reference.equipmentTypes().forEach(type -> labels.put(type.key(), english() ? type.labelEn() : type.labelFr()));
        return labels;
    }

    String type(AssetView asset) {
        return reference
                .equipmentType(asset.type())
                .map(type -> english() ? type.labelEn() : type.labelFr())
                .orElse(asset.type());
    }

    @Nullable
    String category(AssetView asset) {
        String category = asset.weeeCategory();
        return category == null
                ? null
                : reference
                        .weeeCategory(category)
                        .map(ClassificationWords::label)
                        .orElse("");
    }

    @Nullable
    String code(AssetView asset) {
        String code = asset.wasteCode();
        return code == null
                ? null
                : reference.wasteCode(code).map(ClassificationWords::label).orElse("");
    }

    static @Nullable BigDecimal centimetres(String text) {
        return text.isBlank()
                ? null
                : PlainNumber.read(text)
                        .orElseThrow(() -> Invalid.field("largestDimensionCm", "DIMENSION_ABSURD", text));
    }

    private static String label(WeeeCategory category) {
        return english() ? category.labelEn() : category.labelFr();
    }

    /** The official French wording of the newest codes is not settled: the English one stands in. */
    private static String label(WasteCode code) {
        String label = english() || code.labelFr().isEmpty() ? code.labelEn() : code.labelFr();
        return label.replace(NOTE_MARK, "");
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}

package eu.boucle.decommissioning;

import eu.boucle.decommissioning.ListPreview.Heading;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each column of a list is taken for. Headings are compared without case, accents, dots and outer spaces. */
final class ListHeadings {

    static final String SERIAL = "serial";
    static final String ASSET_TAG = "asset_tag";
    static final String MANUFACTURER = "manufacturer";
    static final String MODEL = "model";
    static final String PART_NUMBER = "part_number";
    static final String TYPE = "type_key";
    static final String LOCATION = "location";
    static final String QUANTITY = "quantity";
    static final String WEIGHT = "weight_kg";
    static final String DRIVE_COUNT = "drive_count";
    static final String DRIVE_SERIALS = "drive_serials";
    static final String DATA_BEARING = "data_bearing";
    static final String PURCHASED = "purchase_date";
    static final String CONDITION = "condition";
    static final String NOTES = "notes";
    static final String NAME = "name";

    private static final Map<String, String> FIELDS = new HashMap<>();

    static {
        accept(
                SERIAL,
                "Serial number",
                "Serial no.",
                "S/N",
                "SN",
                "N° de série",
                "Numéro de série",
                "Série",
                "Service tag");
        accept(
                ASSET_TAG,
                "Asset tag",
                "Tag",
                "Étiquette",
                "Numéro d'inventaire",
                "N° d'inventaire",
                "Id device Internal");
        accept(MANUFACTURER, "Brand", "Marque", "Fabricant", "Constructeur");
        accept(MODEL, "Model name", "Modèle");
        accept(PART_NUMBER, "Model No.", "Model Number", "Part number", "P/N", "Référence");
        accept(TYPE, "Category", "Catégorie", "Role", "Type");
        accept(LOCATION, "Lieu", "Emplacement", "Site", "Baie", "Rack", "Position");
        accept(QUANTITY, "Qty", "Quantité", "Qté");
        accept(WEIGHT, "Weight", "Poids", "Poids (kg)");
        accept(DRIVE_COUNT, "Disques", "Nb disques", "Drives");
        accept(DRIVE_SERIALS);
        accept(DATA_BEARING);
        accept(PURCHASED, "Purchased", "Purchase date", "Date d'achat");
        accept(CONDITION, "État");
        accept(NOTES, "Comments", "Commentaires", "Remarque", "Info");
        accept(NAME, "Nom", "Asset Name", "Hostname");
    }

    private final List<Heading> headings = new ArrayList<>();

    ListHeadings(List<String> given) {
        Set<String> taken = new HashSet<>();
        for (String heading : given) {
            String field = FIELDS.get(plain(heading));
            boolean free = field != null && (field.equals(LOCATION) || taken.add(field));
            headings.add(new Heading(heading.strip(), free ? field : null));
        }
    }

    List<Heading> all() {
        return headings;
    }

    int size() {
        return headings.size();
    }

    @Nullable
    String field(int column) {
        return headings.get(column).field();
    }

    boolean has(String field) {
        return headings.stream().anyMatch(heading -> field.equals(heading.field()));
    }

    int recognised() {
        return (int)
                headings.stream().filter(heading -> heading.field() != null).count();
    }

    /** Two columns are known, and one of them names a machine. */
    boolean isEquipmentList() {
        return recognised() >= 2 && (has(SERIAL) || has(MODEL));
    }

    /** An inventory program whose other columns change what a row means (status, company, virtual machines): not read yet. */
    Optional<String> foreignTool() {
        Set<String> given = new HashSet<>();
        headings.forEach(heading -> given.add(plain(heading.given())));
        if (given.containsAll(Set.of("role", "type", "manufacturer", "serial number"))) {
            return Optional.of("NetBox");
        }
        if (given.containsAll(Set.of("nom", "statut", "fabricant", "modele"))) {
            return Optional.of("GLPI");
        }
        if (given.containsAll(Set.of("asset tag", "model no", "category", "company"))) {
            return Optional.of("Snipe-IT");
        }
        return Optional.empty();
    }

    private static void accept(String field, String... others) {
        FIELDS.put(field, field);
        for (String other : others) {
            FIELDS.put(plain(other), field);
        }
    }

    /** As compared. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .replace(".", "")
                .replaceAll("[\\s\\u00A0\\u202F\\uFEFF]+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}

package eu.boucle.web.reference;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.reference.ReferenceCatalogue;
import eu.boucle.reference.ReferenceOffice;
import eu.boucle.reference.ReferenceTable;
import eu.boucle.reference.RowFilter;
import eu.boucle.reference.TableFile;
import eu.boucle.shared.Reason;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of tables, and one table: searched, taken out as a file and read in again. */
@Controller
@Allowed(Role.COMPLIANCE)
class ReferencePages {

    private static final int ROWS = 50;

    /** What a table's list shows of each row, beside its key and its label. */
    private static final Map<ReferenceTable, List<String>> SHOWN = Map.of(
            ReferenceTable.WASTE_CODES, List.of("dangerous", "valid_from", "valid_to", "status"),
            ReferenceTable.WEEE_CATEGORIES, List.of("size_rule", "recovery_pct", "reuse_recycling_pct"),
            ReferenceTable.EQUIPMENT_TYPES, List.of("weee_category_rule", "data_bearing", "weight_p50_kg", "source"),
            ReferenceTable.OPERATIONS, List.of("final", "allowed_modes", "hierarchy_class"),
            ReferenceTable.ROHS_SUBSTANCES, List.of("max_pct_by_weight", "applies_from", "status"),
            ReferenceTable.DEPOLLUTION_FRACTIONS, List.of("waste_code_hint", "status"),
            ReferenceTable.SANITIZATION_TECHNIQUES, List.of("level", "standard", "verification", "status"),
            ReferenceTable.DESTRUCTION_LEVELS, List.of("norm", "max_particle_mm2", "protection_class", "status"),
            ReferenceTable.LITHIUM_TRANSPORT, List.of("rule", "limit", "packing", "status"),
            ReferenceTable.CO2_FACTORS, List.of("value_low", "value_high", "unit", "source"));

    private final ReferenceCatalogue catalogue;
    private final ReferenceOffice office;

    ReferencePages(ReferenceCatalogue catalogue, ReferenceOffice office) {
        this.catalogue = catalogue;
        this.office = office;
    }

    @GetMapping("/reference-tables")
    String tables(Actor actor, Model model) {
        model.addAttribute("tables", catalogue.tables(actor));
        return "reference/tables";
    }

    @GetMapping("/reference-tables/{name}")
    String table(
            @PathVariable String name,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean changed,
            @RequestParam(required = false) @Nullable String after,
            Actor actor,
            Model model) {
        ReferenceTable table = catalogue.table(name);
        model.addAttribute("figures", catalogue.figures(table));
        model.addAttribute("table", table);
        model.addAttribute("shown", SHOWN.getOrDefault(table, List.of()));
        model.addAttribute(
                "labelled",
                table.columns().stream().anyMatch(column -> column.name().equals("label_fr")));
        model.addAttribute("q", q);
        model.addAttribute("changedOnly", changed);
        model.addAttribute("today", catalogue.today());
        model.addAttribute("slice", catalogue.page(table, new RowFilter(q, changed), after, ROWS, actor));
        return "reference/table";
    }

    @GetMapping("/reference-tables/{name}/{file}.csv")
    ResponseEntity<byte[]> export(@PathVariable String name, @PathVariable String file, Actor actor) {
        ReferenceTable table = catalogue.table(name.equals(file) ? name : "");
        return FileAnswer.toKeep(
                table.tableName() + ".csv",
                FileAnswer.CSV,
                catalogue.csv(table, actor).getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/reference-tables/{name}/import")
    String take(
            @PathVariable String name,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        ReferenceTable table = catalogue.table(name);
        int taken =
                office.take(table, TableFile.read(table, file.getBytes()), Fields.day(from), Reason.of(reason), actor);
        (taken == 0 ? Notice.told("reference.taken.none") : Notice.done("reference.taken", taken)).on(redirect);
        return "redirect:/reference-tables/" + table.tableName();
    }
}

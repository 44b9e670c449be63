package eu.boucle.web.reference;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.reference.ChangeRow;
import eu.boucle.reference.ReferenceCatalogue;
import eu.boucle.reference.ReferenceOffice;
import eu.boucle.reference.ReferenceTable;
import eu.boucle.reference.RowVersion;
import eu.boucle.reference.RowView;
import eu.boucle.shared.Reason;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One row with its versions; changed, ended or brought back from a day on, with a reason. */
@Controller
@Allowed(Role.COMPLIANCE)
class ReferenceRowPage {

    private final ReferenceCatalogue catalogue;
    private final ReferenceOffice office;
    private final Accounts accounts;

    ReferenceRowPage(ReferenceCatalogue catalogue, ReferenceOffice office, Accounts accounts) {
        this.catalogue = catalogue;
        this.office = office;
        this.accounts = accounts;
    }

    @GetMapping("/reference-tables/{name}/rows/{key}")
    String row(@PathVariable String name, @PathVariable String key, Actor actor, Model model) {
        ReferenceTable table = catalogue.table(name);
        RowView row = catalogue.row(table, key, actor);
        model.addAttribute("table", table);
        model.addAttribute("row", row);
        model.addAttribute("today", catalogue.today());
        model.addAttribute(
                "names",
                accounts.names(row.versions().stream()
                        .map(RowVersion::by)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet())));
        return "reference/row";
    }

    @PostMapping("/reference-tables/{name}/rows/{key}")
    String change(
            @PathVariable String name,
            @PathVariable String key,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Actor actor,
            RedirectAttributes redirect) {
        ReferenceTable table = catalogue.table(name);
        ChangeRow command =
                new ChangeRow(Fields.cells(table, fields), Fields.day(from), Reason.of(reason), Fields.seen(seen));
        RowVersion version = office.change(table, key, command, actor);
        Notice.done("reference.changed.done", version.version()).on(redirect);
        return back(redirect, table, key);
    }

    @PostMapping("/reference-tables/{name}/rows/{key}/end")
    String end(
            @PathVariable String name,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Actor actor,
            RedirectAttributes redirect) {
        ReferenceTable table = catalogue.table(name);
        office.end(table, key, Fields.day(from), Reason.of(reason), Fields.seen(seen), actor);
        Notice.done("reference.ended.done").on(redirect);
        return back(redirect, table, key);
    }

    @PostMapping("/reference-tables/{name}/rows/{key}/restore")
    String restore(
            @PathVariable String name,
            @PathVariable String key,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String seen,
            Actor actor,
            RedirectAttributes redirect) {
        ReferenceTable table = catalogue.table(name);
        office.restore(table, key, version, Fields.day(from), Reason.of(reason), Fields.seen(seen), actor);
        Notice.done("reference.restored.done", version).on(redirect);
        return back(redirect, table, key);
    }

    @GetMapping("/reference-tables/{name}/new")
    String form(@PathVariable String name, Model model) {
        model.addAttribute("table", catalogue.table(name));
        model.addAttribute("today", catalogue.today());
        return "reference/new";
    }

    @PostMapping("/reference-tables/{name}/new")
    String add(
            @PathVariable String name,
            @RequestParam Map<String, String> fields,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        ReferenceTable table = catalogue.table(name);
        ChangeRow command = new ChangeRow(Fields.cells(table, fields), Fields.day(from), Reason.of(reason), null);
        RowVersion version = office.add(table, command, actor);
        Notice.done("reference.added.done", version.key()).on(redirect);
        return back(redirect, table, version.key());
    }

    private static String back(RedirectAttributes redirect, ReferenceTable table, String key) {
        redirect.addAttribute("table", table.tableName());
        redirect.addAttribute("key", key);
        return "redirect:/reference-tables/{table}/rows/{key}";
    }
}

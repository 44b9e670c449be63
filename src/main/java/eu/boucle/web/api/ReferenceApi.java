package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.reference.ChangeRow;
import eu.boucle.reference.ReferenceCatalogue;
import eu.boucle.reference.ReferenceOffice;
import eu.boucle.reference.ReferenceTable;
import eu.boucle.reference.RowFilter;
import eu.boucle.reference.RowVersion;
import eu.boucle.reference.RowView;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The reference tables. */
@RestController
@RequestMapping("/api/v1/reference-tables")
@Allowed(Role.COMPLIANCE)
class ReferenceApi {

    private final ReferenceCatalogue catalogue;
    private final ReferenceOffice office;

    ReferenceApi(ReferenceCatalogue catalogue, ReferenceOffice office) {
        this.catalogue = catalogue;
        this.office = office;
    }

    @GetMapping
    List<TableJson> tables(Actor actor) {
        return catalogue.tables(actor).stream()
                .map(table -> new TableJson(
                        table.table().tableName(), table.edition(), table.rows(), table.changed(), table.offered()))
                .toList();
    }

    @GetMapping("/{name}")
    Page<RowJson> rows(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "false") boolean changed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        ReferenceTable table = catalogue.table(name);
        return Page.of(catalogue.page(table, new RowFilter(q, changed), after, Page.limit(limit), actor), RowJson::of);
    }

    /** Changes a row, or adds it when the table does not know the key; {@code ended} ends it, {@code restore} brings an earlier version back. */
    @PutMapping("/{name}/{key}")
    RowJson put(@PathVariable String name, @PathVariable String key, @RequestBody ChangeJson body, Actor actor) {
        ReferenceTable table = catalogue.table(name);
        LocalDate from = body.from() == null ? catalogue.today() : body.from();
        Reason reason = Reason.of(body.reason());
        if (Boolean.TRUE.equals(body.ended())) {
            office.end(table, key, from, reason, body.version(), actor);
        } else if (body.restore() != null) {
            office.restore(table, key, body.restore(), from, reason, body.version(), actor);
        } else {
            write(
                    table,
                    key,
                    new ChangeRow(Given.required("cells", body.cells()), from, reason, body.version()),
                    actor);
        }
        return RowJson.of(catalogue.row(table, key, actor));
    }

    private void write(ReferenceTable table, String key, ChangeRow command, Actor actor) {
        try {
            office.change(table, key, command, actor);
        } catch (NotFound unknown) {
            if (!table.key(command.cells()).equals(key)) {
                throw Invalid.field(
                        "cells/" + table.keyColumns().getFirst(),
                        "REFERENCE_KEY_FIXED",
                        table.key(command.cells()),
                        key);
            }
            office.add(table, command, actor);
        }
    }

    record TableJson(String name, int edition, int rows, int changed, int offered) {}

    /** @param version that the caller saw; absent to replace whatever stands */
    record ChangeJson(
            @Nullable Map<String, String> cells,
            @Nullable LocalDate from,
            @Nullable String reason,
            @Nullable Integer version,
            @Nullable Boolean ended,
            @Nullable Integer restore) {}

    /** @param cells as in force today, else as its last version says */
    record RowJson(String key, int version, boolean ended, Map<String, String> cells, List<VersionJson> versions) {

        static RowJson of(RowView row) {
            return new RowJson(
                    row.key(),
                    row.shown().version(),
                    row.ended(),
                    row.cells(),
                    row.versions().stream().map(VersionJson::of).toList());
        }
    }

    record VersionJson(
            int version,
            RowVersion.Origin origin,
            @Nullable LocalDate from,
            boolean ended,
            @Nullable Integer restored,
            String reason,
            Instant at) {

        static VersionJson of(RowVersion version) {
            return new VersionJson(
                    version.version(),
                    version.origin(),
                    version.from(),
                    version.ended(),
                    version.restored(),
                    version.reason(),
                    version.at());
        }
    }
}

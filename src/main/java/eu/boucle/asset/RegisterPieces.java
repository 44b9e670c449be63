package eu.boucle.asset;

import eu.boucle.identity.Scope;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pieces of the register between two tags, as CSV lines. */
abstract sealed class RegisterPieces permits RegisterPiecesOnPostgres, RegisterPiecesOnH2 {

    static final String HEADER =
            "tag,request,line,type,manufacturer,model,serial,state,clearance,weeeCategory,wasteCode,"
                    + "dangerous,declaredKg,estimatedKg,receivedKg";

    private static final int ROWS = 20_000;

    /** What a person wrote may begin as a formula: then an apostrophe stands before it, as in every file we give out. */
    private static final String FORMULA = "case when substring(a.%1$s from 1 for 1) in ('=', '+', '-', '@', '\t', '\r')"
            + " then '''' || a.%1$s else a.%1$s end as %1$s";

    private final JdbcClient jdbc;

    RegisterPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tag that ends the piece after this one; empty when nothing is left. */
    Optional<String> last(String after, Scope scope) {
        return jdbc.sql("select max(tag) from (select a.tag from asset a where a.tag > :after and " + own(scope)
                        + " order by a.tag fetch first " + ROWS + " rows only) piece")
                .param("after", after)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Both tags are ours, read from the register. */
    abstract void write(String after, String last, Scope scope, OutputStream out);

    /** The rows between two tags, which are letters and digits. */
    static String rows(String after, String last, Scope scope) {
        return "select a.tag, l.reference, a.line, a.equipment_type, " + FORMULA.formatted("manufacturer") + ", "
                + FORMULA.formatted("model") + ", " + FORMULA.formatted("serial")
                + ", a.state, a.clearance, a.weee_category, a.waste_code,"
                + " case when a.dangerous then 'true' else 'false' end as dangerous, a.declared_kg, a.estimated_kg,"
                + " a.received_kg from asset a join lot l on l.request_id = a.request_id where a.tag > '%s' and a.tag <= '%s'"
                        .formatted(after, last)
                + " and " + own(scope) + " order by a.tag";
    }

    /** In the statement's own text: COPY takes no parameters, and ids are nothing but hexadecimal digits. */
    private static String own(Scope scope) {
        if (scope.all()) {
            return "true";
        }
        return scope.organisations().isEmpty()
                ? "false"
                : scope.organisations().stream()
                        .map(UUID::toString)
                        .sorted()
                        .collect(Collectors.joining("', '", "a.organisation_id in ('", "')"));
    }
}

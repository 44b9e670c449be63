package eu.boucle.asset;

import eu.boucle.identity.Scope;
import java.io.OutputStream;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pieces of the register, each some whole lots one after another, as CSV lines. The rows of a lot were written together
 * and lie together: in the order of tags, which are scattered, each row would be read by itself.
 */
abstract sealed class RegisterPieces permits RegisterPiecesOnPostgres, RegisterPiecesOnH2 {

    static final String HEADER =
            "tag,request,line,type,manufacturer,model,serial,state,clearance,weeeCategory,wasteCode,"
                    + "dangerous,declaredKg,estimatedKg,receivedKg";

    /** So many assets at least make a piece, unless these are the last; the lot with which they are reached is whole. */
    private static final int ROWS = 10_000;

    private static final int MOST_LOTS = 1_000;

    /** What a person wrote may begin as a formula: then an apostrophe stands before it, as in every file we give out. */
    private static final String FORMULA = "case when substring(a.%1$s from 1 for 1) in ('=', '+', '-', '@', '\t', '\r')"
            + " then '''' || a.%1$s else a.%1$s end as %1$s";

    private final JdbcClient jdbc;

    RegisterPieces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The reference of the lot that ends the piece after this one; empty when nothing is left. */
    Optional<String> last(String after, Scope scope) {
        return jdbc.sql(
                        "select max(reference) from (select reference, assets, sum(assets) over (order by reference) as reached"
                                + " from (select l.reference, l.assets from lot l where l.reference > :after and "
                                + own(scope, "l")
                                + " order by l.reference fetch first " + MOST_LOTS + " rows only) following) piece"
                                + " where reached - assets < " + ROWS)
                .param("after", after)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** Both references are ours, read from the register. */
    abstract void write(String after, String last, Scope scope, OutputStream out);

    /** The rows of the lots between two references, which are letters, digits and dashes. */
    static String rows(String after, String last, Scope scope) {
        return "select a.tag, l.reference, a.line, a.equipment_type, " + FORMULA.formatted("manufacturer") + ", "
                + FORMULA.formatted("model") + ", " + FORMULA.formatted("serial")
                + ", a.state, a.clearance, a.weee_category, a.waste_code,"
                + " case when a.dangerous then 'true' else 'false' end as dangerous, a.declared_kg, a.estimated_kg,"
                + " a.received_kg from asset a join lot l on l.request_id = a.request_id where l.reference > '%s' and l.reference <= '%s'"
                        .formatted(after, last)
                + " and " + own(scope, "a") + " order by l.reference, a.line, a.tag";
    }

    /** In the statement's own text: COPY takes no parameters, and ids are nothing but hexadecimal digits. */
    private static String own(Scope scope, String rows) {
        return scope.all()
                ? "true"
                : scope.organisations().stream()
                        .map(UUID::toString)
                        .sorted()
                        .collect(Collectors.joining("', '", rows + ".organisation_id in ('", "')"));
    }
}

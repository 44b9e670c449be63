package eu.boucle.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Accounts as rows: one row for each role and organisation, folded, so that an account costs one statement. */
final class AccountRows {

    static final String COLUMNS =
            "p.id, p.email, p.name, p.password_hash, p.language, p.enabled, r.role, o.organisation_id";
    static final String JOINS =
            " left join person_role r on r.person_id = p.id left join person_organisation o on o.person_id = p.id ";

    private AccountRows() {}

    /** The one account of all the rows. */
    static Optional<AccountView> all(ResultSet row) throws SQLException {
        return row.next() ? Optional.of(onward(row)) : Optional.empty();
    }

    /** The account of the row where the cursor stands and of those after it. */
    static AccountView onward(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String email = row.getString("email");
        String name = row.getString("name");
        @Nullable String hash = row.getString("password_hash");
        Language language = Language.valueOf(row.getString("language"));
        boolean enabled = row.getBoolean("enabled");
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Set<OrganisationId> organisations = new HashSet<>();
        do {
            String role = row.getString("role");
            if (role != null) {
                roles.add(Role.valueOf(role));
            }
            UUID organisation = row.getObject("organisation_id", UUID.class);
            if (organisation != null) {
                organisations.add(new OrganisationId(organisation));
            }
        } while (row.next());
        return new AccountView(id, email, name, hash, roles, organisations, language, enabled);
    }
}

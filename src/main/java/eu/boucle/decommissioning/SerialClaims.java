package eu.boucle.decommissioning;

import eu.boucle.asset.AssetRegister;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which serials are on an open request: here from submission to registration, in the asset register from then on. A
 * unique key makes two requests for one machine impossible even when both are sent at once. Asked without a tenant and
 * answered without saying whose: listed in {@code RowWallTests}.
 */
@Component
class SerialClaims {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssetRegister assets;

    SerialClaims(JdbcClient jdbc, JdbcTemplate batches, AssetRegister assets) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.assets = assets;
    }

    /** Those of these normalised serials that are on another open request. */
    Set<String> inUse(Collection<String> serials, RequestId except) {
        if (serials.isEmpty()) {
            return Set.of();
        }
        Set<String> taken = new HashSet<>(assets.serialsInUse(serials, except));
        List<String> all = List.copyOf(serials);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            taken.addAll(jdbc.sql(
                            "select serial from claimed_serial where serial in (:serials) and request_id <> :except")
                    .param("serials", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .param("except", except.value())
                    .query(String.class)
                    .list());
        }
        return taken;
    }

    /** @throws StateForbids {@code CHANGED_MEANWHILE} when another request took one in this very moment */
    void claim(RequestId request, UUID organisation, String reference, Set<String> serials) {
        release(request);
        List<Object[]> rows = new ArrayList<>();
        for (String serial : serials.stream().sorted().toList()) {
            rows.add(new Object[] {serial, request.value(), organisation});
        }
        try {
            batches.batchUpdate(
                    "insert into request_serial (serial, request_id, organisation_id) values (?, ?, ?)", rows);
        } catch (DuplicateKeyException e) {
            throw new StateForbids("CHANGED_MEANWHILE", reference);
        }
    }

    void release(RequestId request) {
        jdbc.sql("delete from request_serial where request_id = ?")
                .param(request.value())
                .update();
    }
}

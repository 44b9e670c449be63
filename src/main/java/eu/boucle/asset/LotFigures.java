package eu.boucle.asset;

import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts a request's assets and media in the database: one statement. */
@Component
class LotFigures {

    private static final String STANDING = """
            select a.state as stands,
                count(*) as assets,
                sum(case when a.classification_open and a.state not in ('WITHDRAWN', 'MISSING') then 1 else 0 end)
                    as unclassified,
                sum(case when a.state in ('TAGGED', 'REFUSED') and a.clearance in ('CLEARED', 'SEALED')
                    and not a.classification_open and a.run_id is null then 1 else 0 end) as loadable,
                sum(case when a.loss_accepted then 1 else 0 end) as losses,
                0 as media, 0 as undecided, 0 as entrusted
            from asset a where a.request_id = :request group by a.state
            union all
            select m.status, 0, 0, 0, 0,
                count(*),
                sum(case when %s or a.state = 'WITHDRAWN' then 0 else 1 end),
                sum(case when m.status = 'ENTRUSTED' then 1 else 0 end)
            from medium m join asset a on a.id = m.asset_id
            where m.request_id = :request and not m.dismissed group by m.status
            """.formatted(Clearances.DECIDED);

    private final JdbcClient jdbc;

    /** Assets (alias {@code a}) whose serial is still taken: not at the end of their life, not given back, not lost. */
    static final String IN_USE =
            "(a.state not in ('REUSED', 'RECYCLED', 'RECOVERED', 'DISPOSED', 'WITHDRAWN') and not a.loss_accepted)";

    private static final String SERIALS = """
            select distinct a.serial from registered_serial a where a.serial in (:serials) and %s %s
            """;

    LotFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LotStanding of(RequestId request) {
        Map<AssetState, Integer> states = new EnumMap<>(AssetState.class);
        Map<MediumStatus, Integer> media = new EnumMap<>(MediumStatus.class);
        int[] sums = new int[6];
        jdbc.sql(STANDING).param("request", request.value()).query(row -> {
            if (row.getInt("assets") > 0) {
                states.put(AssetState.valueOf(row.getString("stands")), row.getInt("assets"));
            } else {
                media.put(MediumStatus.valueOf(row.getString("stands")), row.getInt("media"));
            }
            sums[0] += row.getInt("assets");
            sums[1] += row.getInt("unclassified");
            sums[2] += row.getInt("loadable");
            sums[3] += row.getInt("losses");
            sums[4] += row.getInt("undecided");
            sums[5] += row.getInt("entrusted");
        });
        return new LotStanding(
                sums[0], Map.copyOf(states), Map.copyOf(media), sums[4], sums[5], sums[1], sums[2], sums[3]);
    }

    List<LoadableLot> loadable(int most) {
        return lots(
                "a.state in ('TAGGED', 'REFUSED') and a.run_id is null"
                        + " and a.clearance in ('CLEARED', 'SEALED') and not a.classification_open",
                most);
    }

    List<LoadableLot> refused(int most) {
        return lots("a.state = 'REFUSED'", most);
    }

    Set<RunId> awaitingOutcome() {
        return Set.copyOf(jdbc.sql("select distinct run_id from asset where state = 'RECEIVED' and run_id is not null")
                .query((row, number) -> new RunId(row.getObject(1, UUID.class)))
                .list());
    }

    private List<LoadableLot> lots(String condition, int most) {
        return jdbc.sql("select l.request_id, l.reference, l.organisation_id, l.registered_at, count(*) as assets"
                        + " from asset a join lot l on l.request_id = a.request_id where " + condition
                        + " group by l.request_id, l.reference, l.organisation_id, l.registered_at"
                        + " order by l.registered_at, l.request_id fetch first :most rows only")
                .param("most", most)
                .query((row, number) -> new LoadableLot(
                        new RequestId(row.getObject("request_id", UUID.class)),
                        row.getString("reference"),
                        row.getObject("organisation_id", UUID.class),
                        row.getInt("assets"),
                        row.getObject("registered_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    String reference(RequestId request) {
        return jdbc.sql("select reference from lot where request_id = :request")
                .param("request", request.value())
                .query(String.class)
                .single();
    }

    /** Unscoped by nature: of every organisation, without saying which. */
    Set<String> serialsInUse(Collection<String> serials, @Nullable RequestId except) {
        Set<String> inUse = new TreeSet<>();
        String sql = SERIALS.formatted(IN_USE, except == null ? "" : "and a.request_id <> :except");
        for (List<String> chunk : AssetRows.chunks(serials)) {
            JdbcClient.StatementSpec asked = jdbc.sql(sql).param("serials", chunk);
            inUse.addAll((except == null ? asked : asked.param("except", except.value()))
                    .query(String.class)
                    .list());
        }
        return inUse;
    }
}

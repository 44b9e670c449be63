package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The lines of a request and the media named in them: rows, written and read in a fixed number of statements. */
@Component
class RequestLines {

    private static final String LINES_WITH_MEDIA = """
            select l.*, m.kind, m.interface, m.serial as medium_serial, m.serial_given as medium_serial_given,
                m.model as medium_model, m.capacity_gb
            from request_line l left join request_medium m on m.request_id = l.request_id and m.line = l.line
            where l.request_id = ? order by l.line, m.position
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RequestLines(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** The row of the request must have been flushed. */
    void replace(RequestId request, UUID organisation, List<RequestLine> lines) {
        jdbc.sql("delete from request_medium where request_id = ?")
                .param(request.value())
                .update();
        jdbc.sql("delete from request_line where request_id = ?")
                .param(request.value())
                .update();
        write(request, organisation, lines);
    }

    /** The first lines of a request whose row has been flushed. */
    void write(RequestId request, UUID organisation, List<RequestLine> lines) {
        List<Object[]> lineRows = new ArrayList<>();
        List<Object[]> mediumRows = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            lineRows.add(lineRow(request, organisation, line, lines.get(line)));
            List<LineMedium> media = lines.get(line).media();
            for (int position = 0; position < media.size(); position++) {
                mediumRows.add(mediumRow(request, organisation, line, position, media.get(position)));
            }
        }
        batches.batchUpdate("""
                insert into request_line (request_id, line, organisation_id, type, manufacturer, model, model_upper,
                    serial, serial_given, quantity, condition_text, placed_on_market, largest_dimension_cm, weight_kg,
                    data_action, data_where, data_level)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lineRows);
        batches.batchUpdate("""
                insert into request_medium (request_id, line, position, organisation_id, kind, interface, serial,
                    serial_given, model, capacity_gb)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, mediumRows);
    }

    /** In the client's order, serials in their normalised form. */
    List<RequestLine> of(RequestId request) {
        return read(request, false);
    }

    /** In the client's order, serials as the client wrote them. */
    List<RequestLine> asGiven(RequestId request) {
        return read(request, true);
    }

    private List<RequestLine> read(RequestId request, boolean given) {
        String serial = given ? "serial_given" : "serial";
        Map<Integer, List<LineMedium>> media = new HashMap<>();
        Map<Integer, RequestLine> lines = new LinkedHashMap<>();
        jdbc.sql(LINES_WITH_MEDIA).param(request.value()).query(row -> {
            int number = row.getInt("line");
            List<LineMedium> ofLine = media.computeIfAbsent(number, any -> new ArrayList<>());
            String kind = row.getString("kind");
            if (kind != null) {
                ofLine.add(new LineMedium(
                        MediumKind.valueOf(kind),
                        MediumInterface.valueOf(row.getString("interface")),
                        row.getString("medium_" + serial),
                        row.getString("medium_model"),
                        row.getObject("capacity_gb", Integer.class)));
            }
            lines.put(number, line(row, serial, List.copyOf(ofLine)));
        });
        return List.copyOf(lines.values());
    }

    private static RequestLine line(ResultSet row, String serial, List<LineMedium> media) throws SQLException {
        return new RequestLine(
                row.getString("type"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString(serial),
                row.getInt("quantity"),
                row.getString("condition_text"),
                row.getString("placed_on_market"),
                plain(row.getBigDecimal("largest_dimension_cm")),
                plain(row.getBigDecimal("weight_kg")),
                media,
                instruction(row));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal stored) {
        if (stored == null) {
            return null;
        }
        BigDecimal stripped = stored.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static @Nullable DataInstruction instruction(ResultSet row) throws SQLException {
        String action = row.getString("data_action");
        return action == null
                ? null
                : new DataInstruction(
                        DataAction.valueOf(action),
                        DataPlace.valueOf(row.getString("data_where")),
                        SanitizationLevel.valueOf(row.getString("data_level")));
    }

    private static @Nullable Object[] lineRow(RequestId request, UUID organisation, int number, RequestLine line) {
        DataInstruction data = line.data();
        return new @Nullable Object[] {
            request.value(),
            number,
            organisation,
            line.type(),
            line.manufacturer(),
            line.model(),
            upper(line.model()),
            normalised(line.serial()),
            line.serial() == null ? null : line.serial().strip(),
            line.quantity(),
            line.condition(),
            line.placedOnMarket(),
            line.largestDimensionCm(),
            line.weightKg(),
            data == null ? null : data.action().name(),
            data == null ? null : data.where().name(),
            data == null ? null : data.level().name()
        };
    }

    private static @Nullable Object[] mediumRow(
            RequestId request, UUID organisation, int line, int position, LineMedium medium) {
        return new @Nullable Object[] {
            request.value(),
            line,
            position,
            organisation,
            medium.kind().name(),
            medium.attached().name(),
            normalised(medium.serial()),
            medium.serial() == null ? null : medium.serial().strip(),
            medium.model(),
            medium.capacityGb()
        };
    }

    static @Nullable String normalised(@Nullable String serial) {
        Optional<SerialNumber> number = SerialNumber.of(serial);
        return number.map(SerialNumber::normalised).orElse(null);
    }

    /** Never longer than what it came from: a few letters grow in upper case. */
    private static String upper(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        return upper.length() > text.length() ? upper.substring(0, text.length()) : upper;
    }
}

package eu.boucle.web.request;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.SiteId;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Period;
import eu.boucle.shared.Problem;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What stands in the request form, as typed. Names of fields are the paths of the problems found in them. */
class RequestForm {

    /** Rows of the grid shown at once where the page has no script. */
    static final int ROWS = 25;

    private final Map<String, String> fields;
    private final List<LineForm> lines;

    private RequestForm(Map<String, String> fields, List<LineForm> lines) {
        this.fields = fields;
        this.lines = lines;
    }

    /** What the client usually asks, chosen beforehand; still to be decided by who fills the form. */
    void propose(DataInstruction usual) {
        put(fields, usual);
    }

    private static void put(Map<String, String> fields, DataInstruction data) {
        fields.put("data/action", data.action().name());
        fields.put("data/where", data.where().name());
        fields.put("data/level", data.level().name());
    }

    static RequestForm empty() {
        return new RequestForm(new LinkedHashMap<>(), List.of());
    }

    static RequestForm of(RequestView view) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("organisation", view.organisation().value().toString());
        fields.put("site", view.site() == null ? "" : view.site().value().toString());
        fields.put("contact/name", view.contact().name());
        fields.put("contact/email", view.contact().email());
        fields.put("contact/phone", view.contact().phone());
        fields.put(
                "window/from", view.window() == null ? "" : view.window().from().toString());
        fields.put("window/to", view.window() == null ? "" : view.window().to().toString());
        if (view.data() != null) {
            put(fields, view.data());
        }
        fields.put("note", view.note());
        fields.put("version", Long.toString(view.version()));
        return new RequestForm(fields, view.lines().stream().map(LineForm::of).toList());
    }

    /**
     * What was posted: the lines as the grid's script wrote them, or single rows laid over the lines already kept.
     *
     * @throws Invalid {@code LIST_UNREADABLE} when the script's lines are no such thing
     */
    static RequestForm posted(Map<String, String> given, List<RequestLine> kept, JsonMapper json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<String, String> cells = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            if (name.startsWith("row/")) {
                cells.put(name, value);
            } else if (!name.equals("lines")) {
                fields.put(name, value);
            }
        });
        String lines = given.get("lines");
        return new RequestForm(fields, lines == null ? rows(cells, kept) : parsed(lines, json));
    }

    private static List<LineForm> parsed(String lines, JsonMapper json) {
        try {
            LineForm[] all = json.readValue(lines.isBlank() ? "[]" : lines, LineForm[].class);
            List<LineForm> read = new ArrayList<>();
            for (LineForm line : all) {
                if (line != null && !line.blank()) {
                    read.add(line);
                }
            }
            return read;
        } catch (JacksonException e) {
            throw Invalid.field("lines", "LIST_UNREADABLE", null);
        }
    }

    private static List<LineForm> rows(Map<String, String> cells, List<RequestLine> kept) {
        List<LineForm> rows = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            String row = "row/" + i + "/";
            LineForm line = LineForm.of(kept.get(i)).overlaid(cells, row);
            if (!cells.containsKey(row + "remove") && !line.blank()) {
                rows.add(line);
            }
        }
        for (int i = kept.size(); i < kept.size() + 2 * ROWS; i++) {
            LineForm line = LineForm.empty().overlaid(cells, "row/" + i + "/");
            if (!line.blank()) {
                rows.add(line);
            }
        }
        return rows;
    }

    Map<String, String> fields() {
        return fields;
    }

    List<LineForm> lines() {
        return lines;
    }

    String field(String name) {
        return fields.getOrDefault(name, "").strip();
    }

    /** The version that was read; after a conflict, the newer one that its reader chose to write over. */
    @Nullable
    Long version() {
        String version = field("over").isEmpty() ? field("version") : field("over");
        return version.matches("\\d{1,18}") ? Long.valueOf(version) : null;
    }

    /** @throws Invalid with all that could not be read */
    WriteRequest command() {
        List<Problem> problems = new ArrayList<>();
        UUID site = id("site", problems);
        UUID organisation = id("organisation", problems);
        WriteRequest command = new WriteRequest(
                organisation == null ? null : new OrganisationId(organisation),
                site == null ? null : new SiteId(site),
                new Contact(field("contact/name"), field("contact/email"), field("contact/phone")),
                window(problems),
                data(problems),
                field("note"),
                requestLines(problems));
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return command;
    }

    private List<RequestLine> requestLines(List<Problem> problems) {
        List<RequestLine> read = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            read.add(lines.get(i).line("lines/" + i, problems));
        }
        return read;
    }

    private @Nullable UUID id(String name, List<Problem> problems) {
        String given = field(name);
        if (given.isEmpty()) {
            return null;
        }
        try {
            return UUID.fromString(given);
        } catch (IllegalArgumentException e) {
            problems.add(new Problem(name, "WORD_UNKNOWN", given));
            return null;
        }
    }

    /** One day alone is a window of one day. */
    private @Nullable Period window(List<Problem> problems) {
        LocalDate from = day("window/from", problems);
        LocalDate to = day("window/to", problems);
        if (from == null && to == null) {
            return null;
        }
        LocalDate first = from == null ? to : from;
        LocalDate last = to == null ? from : to;
        if (first == null || last == null) {
            return null;
        }
        if (last.isBefore(first)) {
            problems.add(new Problem("window/to", "PERIOD_REVERSED", first + " – " + last));
            return null;
        }
        return new Period(first, last);
    }

    private @Nullable LocalDate day(String name, List<Problem> problems) {
        String given = field(name);
        if (given.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            problems.add(new Problem(name, "DATE_UNREADABLE", given));
            return null;
        }
    }

    /** Only erasing asks for a level and a place; the other actions bring theirs. */
    private @Nullable DataInstruction data(List<Problem> problems) {
        String given = field("data/action");
        if (given.isEmpty()) {
            return null;
        }
        DataAction action = LineForm.word(DataAction.class, given, "data/action", problems);
        String place = field("data/where");
        DataPlace where =
                place.isEmpty() ? DataPlace.HERE : LineForm.word(DataPlace.class, place, "data/where", problems);
        String asked = field("data/level");
        SanitizationLevel level = action == DataAction.DESTROY
                ? SanitizationLevel.DESTROY
                : asked.isEmpty()
                        ? SanitizationLevel.CLEAR
                        : LineForm.word(SanitizationLevel.class, asked, "data/level", problems);
        if (action == null || where == null || level == null) {
            return null;
        }
        return switch (action) {
            case NONE, RETURN -> new DataInstruction(action, DataPlace.HERE, SanitizationLevel.CLEAR);
            case ERASE, DESTROY -> new DataInstruction(action, where, level);
        };
    }
}

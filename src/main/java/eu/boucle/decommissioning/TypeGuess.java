package eu.boucle.decommissioning;

import eu.boucle.asset.EquipmentType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which type of equipment a row speaks of: by its key, by a word for it, or by the model. A guess is for the client to confirm. */
class TypeGuess {

    private record Line(Pattern model, String type) {
        static Line of(String model, String type) {
            return new Line(Pattern.compile(model), type);
        }
    }

    private static final List<Line> LINES = List.of(
            Line.of("poweredge m1000e|c7000|blade ?system", "blade-chassis"),
            Line.of("poweredge m\\d|proliant bl", "server-blade"),
            Line.of("poweredge t\\d|proliant ml|primergy tx", "server-tower"),
            Line.of("poweredge|proliant|^supermicro|primergy|thinksystem|ucs c|\\bsys-\\d", "server-rack"),
            Line.of("catalyst|nexus|procurve|powerconnect|powerswitch|\\bex\\d{4}|aruba \\d", "switch"),
            Line.of("fortigate|stormshield|sophos|\\basa ?55|\\bpa-\\d", "firewall"),
            Line.of("\\bisr ?\\d|\\basr ?\\d|mikrotik", "router"),
            Line.of("\\bds\\d{4}|\\bds\\d{3}c|\\bfas\\d|powervault|3par|\\bmsa ?\\d|compellent", "storage-array"),
            Line.of("synology|qnap|diskstation|readynas", "nas"),
            Line.of("thinkpad|latitude|elitebook|probook|macbook|zbook|lifebook", "laptop"),
            Line.of("optiplex|prodesk|elitedesk|thinkcentre|thinkstation|precision|esprimo", "desktop"),
            Line.of("smart-ups|\\bsmt\\d|\\bsrt\\d|symmetra|onduleur", "ups"),
            Line.of("\\bpdu\\b|\\bpx3", "pdu"),
            Line.of("laserjet|imagerunner|workcentre", "printer"),
            Line.of("iphone|galaxy s\\d", "smartphone"),
            Line.of("\\bipad", "tablet"),
            Line.of("ultrasharp|\\bp\\d{4}h|\\bu\\d{4}", "monitor"));

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("serveur", "server-rack"),
            Map.entry("server", "server-rack"),
            Map.entry("portable", "laptop"),
            Map.entry("pc portable", "laptop"),
            Map.entry("ordinateur", "desktop"),
            Map.entry("fixe", "desktop"),
            Map.entry("pc", "desktop"),
            Map.entry("station de travail", "desktop"),
            Map.entry("tout-en-un", "all-in-one"),
            Map.entry("ecran", "monitor"),
            Map.entry("moniteur", "monitor"),
            Map.entry("telephone", "smartphone"),
            Map.entry("switch", "switch"),
            Map.entry("baie", "storage-array"),
            Map.entry("disque", "loose-hdd"),
            Map.entry("disque dur", "loose-hdd"),
            Map.entry("ssd", "loose-ssd"),
            Map.entry("cartouche", "tape-cartridge"),
            Map.entry("bande", "tape-cartridge"));

    private final Map<String, String> named = new HashMap<>(WORDS);

    TypeGuess(List<EquipmentType> types) {
        for (EquipmentType type : types) {
            named.put(type.key(), type.key());
            named.put(ListHeadings.plain(type.labelFr()), type.key());
            named.put(ListHeadings.plain(type.labelEn()), type.key());
        }
    }

    Optional<String> byName(String word) {
        return Optional.ofNullable(named.get(ListHeadings.plain(word)));
    }

    Optional<String> byModel(String manufacturer, String model) {
        String text = ListHeadings.plain(manufacturer + " " + model);
        return LINES.stream()
                .filter(line -> line.model().matcher(text).find())
                .map(Line::type)
                .findFirst();
    }
}

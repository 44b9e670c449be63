package eu.boucle.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * From where and with what somebody came.
 *
 * @param address of the network, as the connection or our own proxy says
 * @param agent browser and system in a few words: {@code Firefox 142 · Windows}
 */
public record Visit(String address, String agent) implements Serializable {

    private static final long serialVersionUID = 1;

    private static final int LONGEST_UNKNOWN = 40;

    /** In this order, since most browsers also name those that they descend from. */
    private static final List<Pattern> BROWSERS = List.of(
            Pattern.compile("(Edg)[A-Za-z]*/(\\d+)"),
            Pattern.compile("(OPR)/(\\d+)"),
            Pattern.compile("(Firefox)/(\\d+)"),
            Pattern.compile("(Chrome)/(\\d+)"),
            Pattern.compile("Version/(\\d+).*(Safari)/"));

    private static final Map<String, String> NAMES = Map.of("Edg", "Edge", "OPR", "Opera");

    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux");

    public static Visit of(HttpServletRequest request) {
        return new Visit(request.getRemoteAddr(), shortened(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    static String shortened(@Nullable String agent) {
        if (agent == null || agent.isBlank()) {
            return "";
        }
        String system = SYSTEMS.stream().filter(agent::contains).findFirst().orElse("");
        for (Pattern browser : BROWSERS) {
            Matcher found = browser.matcher(agent);
            if (found.find()) {
                boolean versionFirst = Character.isDigit(found.group(1).charAt(0));
                String name = versionFirst ? found.group(2) : found.group(1);
                String version = versionFirst ? found.group(1) : found.group(2);
                return NAMES.getOrDefault(name, name) + " " + version + (system.isEmpty() ? "" : " · " + system);
            }
        }
        String plain = agent.replaceAll("[^\\p{L}\\p{N} ./_-]", " ").strip();
        return plain.length() > LONGEST_UNKNOWN ? plain.substring(0, LONGEST_UNKNOWN) : plain;
    }
}

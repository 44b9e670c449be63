package eu.boucle.web;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.asset.AssetState;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.MediumStatus;
import eu.boucle.certificate.CertificateState;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.PersonState;
import eu.boucle.identity.Role;
import eu.boucle.identity.SignInOutcome;
import eu.boucle.pickup.RunStatus;
import eu.boucle.sanitization.Verdict;
import eu.boucle.shared.WeightBasis;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word of a screen is a message, and each message exists in French and in English. */
class MessagesTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9_.-]+)\\s*[}(]");
    private static final Pattern PREFIX = Pattern.compile("#\\{\\$\\{'([A-Za-z0-9_.-]+)' ?\\+");
    private static final Pattern REFUSAL = Pattern.compile(
            "(?:new StateForbids|new NotAllowed|Invalid\\.field|new Problem|found\\.add|problem)\\(\\s*(?:\"[^\"]*\",\\s*|"
                    + "[a-zA-Z.]+\\([^()]*\\),\\s*|[a-zA-Z]+ ?\\+ ?\"[^\"]*\",\\s*|[a-zA-Z]+,\\s*)?\"([A-Z][A-Z_0-9]+)\"");
    private static final Pattern CONTROL =
            Pattern.compile("<!--.*?-->|<script.*?</script>|<!DOCTYPE[^>]*>", Pattern.DOTALL);
    private static final Pattern LETTERS = Pattern.compile("\\p{Ll}{2,}");
    private static final Pattern WORDY_ATTRIBUTE =
            Pattern.compile("\\s(title|placeholder|alt|aria-label|data-label)=\"([^\"]*)\"");

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        for (String bundle : bundles()) {
            assertThat(read(bundle + "_en.properties").keySet())
                    .as(bundle)
                    .isEqualTo(read(bundle + ".properties").keySet());
        }
    }

    @Test
    void eachBundleOnDiskIsLoaded() throws IOException {
        String settings = Files.readString(Path.of("src/main/resources/application.yml"));
        for (String bundle : bundles()) {
            assertThat(settings).containsPattern("messages/" + bundle + "[,\\n]");
        }
    }

    @Test
    void apostrophesAreTypographicAndFormatsAreSound() throws IOException {
        for (Map.Entry<String, Properties> file : files().entrySet()) {
            for (String key : file.getValue().stringPropertyNames()) {
                String text = file.getValue().getProperty(key);
                assertThat(text).as(file.getKey() + " " + key).doesNotContain("'");
                new MessageFormat(text, Locale.FRENCH);
                assertThat(text).as(file.getKey() + " " + key).isNotBlank().doesNotContain("(s)");
            }
        }
    }

    @Test
    void noKeyHasTwoMeanings() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        for (Map.Entry<String, Properties> file : files().entrySet()) {
            if (!file.getKey().contains("_en")) {
                file.getValue()
                        .stringPropertyNames()
                        .forEach(key -> places.computeIfAbsent(key, k -> new ArrayList<>())
                                .add(file.getKey()));
            }
        }
        places.values().removeIf(where -> where.size() == 1);

        assertThat(places).isEmpty();
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> known = known();
        Map<String, Set<String>> missing = new TreeMap<>();
        for (Path template : templates()) {
            String text = Files.readString(template).replaceAll("(?s)<!--/\\*.*?\\*/-->", "");
            Set<String> unknown = new TreeSet<>();
            KEY.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !known.contains(key))
                    .forEach(unknown::add);
            PREFIX.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .filter(prefix -> known.stream().noneMatch(key -> key.startsWith(prefix)))
                    .forEach(unknown::add);
            if (!unknown.isEmpty()) {
                missing.put(TEMPLATES.relativize(template).toString(), unknown);
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void noTemplateSpeaksALanguage() throws IOException {
        Map<String, List<String>> spoken = new TreeMap<>();
        for (Path template : templates()) {
            String text = CONTROL.matcher(Files.readString(template)).replaceAll("");
            List<String> words = new ArrayList<>();
            WORDY_ATTRIBUTE
                    .matcher(text)
                    .results()
                    .filter(found -> LETTERS.matcher(found.group(2)).find())
                    .forEach(found -> words.add(found.group()));
            Stream.of(withoutTags(text).split("\n"))
                    .filter(line ->
                            LETTERS.matcher(line.replaceAll("&[a-z]+;", "")).find())
                    .forEach(words::add);
            if (!words.isEmpty()) {
                spoken.put(TEMPLATES.relativize(template).toString(), words);
            }
        }

        assertThat(spoken).isEmpty();
    }

    @Test
    void noTemplateHasInlineScriptOrStyle() throws IOException {
        for (Path template : templates()) {
            assertThat(Files.readString(template).replaceAll("(?s)<!--.*?-->", ""))
                    .as(template.toString())
                    .doesNotContainPattern("\\sstyle=")
                    .doesNotContainPattern("th:style=")
                    .doesNotContainPattern("<style")
                    .doesNotContainPattern("\\son[a-z]+=\"")
                    .doesNotContainPattern("<script(?![^>]*src=)(?![^>]*type=\"application/json\")")
                    .doesNotContainPattern("https?://(?!www\\.thymeleaf\\.org|www\\.w3\\.org)");
        }
    }

    /** Thymeleaf 3.1.5 throws at the moment of showing, and only when that part of the page is shown. */
    @Test
    void noBeanOrClassStandsWhereTheEngineForbidsIt() throws IOException {
        Pattern forbidden = Pattern.compile(
                "th:(href|src|action|formaction|attr|replace|insert)=\"[^\"]*(@(frame|when|amounts|chips)\\b|\\bT\\(|\\bnew )[^\"]*\"");
        for (Path template : templates()) {
            assertThat(forbidden
                            .matcher(Files.readString(template).replaceAll("(?s)<!--.*?-->", ""))
                            .results()
                            .map(found -> found.group()))
                    .as(template.toString())
                    .isEmpty();
        }
    }

    @Test
    void everyRefusalOfTheCodeHasItsSentence() throws IOException {
        Set<String> known = known();
        Map<String, String> missing = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher codes = REFUSAL.matcher(Files.readString(source));
                while (codes.find()) {
                    if (!known.contains("refusal." + codes.group(1))) {
                        missing.put(codes.group(1), source.getFileName().toString());
                    }
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyStateHasItsWord() throws IOException {
        Set<String> known = known();
        Stream.<Enum<?>[]>of(
                        RequestStatus.values(),
                        RunStatus.values(),
                        AssetState.values(),
                        MediumStatus.values(),
                        Clearance.values(),
                        CertificateState.values(),
                        DiscrepancyOutcome.values(),
                        Verdict.values(),
                        Role.values(),
                        PersonState.values(),
                        SignInOutcome.values(),
                        WeightBasis.values())
                .flatMap(Stream::of)
                .forEach(state ->
                        assertThat(known).contains(new Chips().of(state).key()));
    }

    @Test
    void everyKindOfWorkHasASentenceAndAPage() throws IOException {
        Set<String> kinds = new TreeSet<>();
        for (String key : known()) {
            if (key.startsWith("work.")) {
                kinds.add(key.substring("work.".length()));
            }
        }

        assertThat(kinds).isNotEmpty().allMatch(WorkLinks::knows, "has a page");
    }

    /** What stands between tags, with quoted {@code >} of expressions respected. */
    private static String withoutTags(String html) {
        StringBuilder words = new StringBuilder();
        boolean tag = false;
        boolean quoted = false;
        for (char letter : html.toCharArray()) {
            if (tag && letter == '"') {
                quoted = !quoted;
            } else if (letter == '<' && !quoted) {
                tag = true;
            } else if (letter == '>' && tag && !quoted) {
                tag = false;
                words.append(' ');
            } else if (!tag) {
                words.append(letter);
            }
        }
        return words.toString();
    }

    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>();
        for (Properties file : files().values()) {
            known.addAll(file.stringPropertyNames());
        }
        return known;
    }

    private static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files.map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith("_en"))
                    .sorted()
                    .toList();
        }
    }

    private static Map<String, Properties> files() throws IOException {
        Map<String, Properties> files = new LinkedHashMap<>();
        try (Stream<Path> paths = Files.list(MESSAGES)) {
            for (Path path : paths.sorted().toList()) {
                files.put(path.getFileName().toString(), read(path.getFileName().toString()));
            }
        }
        return files;
    }

    private static Properties read(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> paths = Files.walk(TEMPLATES)) {
            return paths.filter(path -> path.toString().endsWith(".html"))
                    .sorted()
                    .toList();
        }
    }
}

package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.Application;
import eu.boucle.support.OnlyWhatIsShipped;
import eu.boucle.support.Program;
import eu.boucle.support.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The README's walk by calls, run as it is written, against the demo; and its four papers, read by other programs. */
class ReadmeWalkTests {

    private static final String LIST = "src/main/resources/samples/boucle-20.csv";

    @Test
    void theWalkEndsWithFourPapersThatSpeakOfEveryMachine(@TempDir Path folder) throws IOException {
        Program bash = Program.find("bash");
        Program.find("curl");
        Program.find("jq");
        Program qpdf = Program.find("qpdf");
        Program pdftotext = Program.find("pdftotext");
        Map<String, Object> settings = new HashMap<>(TestDatabase.freshH2());
        settings.put("server.port", 0);
        settings.put("boucle.data", "target/walk-data");
        try (var application = new SpringApplicationBuilder(Application.class)
                .profiles("demo")
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("walk", settings));
                    context.getBeanFactory().registerSingleton("onlyWhatIsShipped", new OnlyWhatIsShipped());
                })
                .run()) {
            int port =
                    ((WebServerApplicationContext) application).getWebServer().getPort();
            Path walk = folder.resolve("walk.sh");
            Files.writeString(
                    walk,
                    "export BOUCLE=http://localhost:" + port + "\ncd '" + folder + "'\n"
                            + written()
                                    .replace(
                                            "src/main",
                                            Path.of("src/main").toAbsolutePath().toString()));
            List<String> said =
                    bash.within(Duration.ofMinutes(5)).run(walk).succeeded().lines();
            assertThat(said).anyMatch(line -> line.startsWith("asked: DR-"));
            assertThat(said).anyMatch(line -> line.strip().equals("33 ERASED"));
            assertThat(said).last().isEqualTo("ISSUED");
            for (String type : List.of("TAKE_BACK", "DATA_SANITIZATION", "WEEE_TREATMENT", "ROHS_STATEMENT")) {
                String number = said.stream()
                        .filter(line -> line.startsWith(type + " "))
                        .findFirst()
                        .orElseThrow()
                        .substring(type.length() + 1);
                Path paper = folder.resolve(number + ".pdf");
                qpdf.run("--check", paper).succeeded();
                assertThat(pdftotext.run("-layout", paper, "-").succeeded().out())
                        .contains(machines());
                if (type.equals("DATA_SANITIZATION")) {
                    assertThat(pdftotext.run("-layout", paper, "-").succeeded().out())
                            .contains(disks());
                }
            }
        }
    }

    private static String written() throws IOException {
        Matcher block = Pattern.compile("<!-- walk -->\\n```bash\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("README.md")));
        assertThat(block.find()).as("the README holds the walk").isTrue();
        return block.group(1);
    }

    private static String[] machines() throws IOException {
        return rows().map(row -> row[4]).toArray(String[]::new);
    }

    private static String[] disks() throws IOException {
        return rows().flatMap(row -> Stream.of(row[9].split("\\|"))).toArray(String[]::new);
    }

    private static Stream<String[]> rows() throws IOException {
        return Files.readAllLines(Path.of(LIST)).stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .map(line -> line.split(",", -1));
    }
}

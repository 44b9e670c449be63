package eu.boucle.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import eu.boucle.support.BoucleTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The description that programs are written against is the one in the project, and says what the code does. */
@BoucleTest
class ApiDescriptionTests {

    private static final Path KEPT = Path.of("src", "docs", "openapi.yaml");
    private static final Path MADE = Path.of("target", "openapi.yaml");

    @LocalServerPort
    int port;

    @Test
    void theDescriptionInTheProjectIsThatOfTheCode() throws Exception {
        String made = made();
        Files.writeString(MADE, made);

        assertThat(Files.readString(KEPT))
                .as("%s differs from the code: look at %s and, where the change is meant, copy it there", KEPT, MADE)
                .isEqualTo(made);
    }

    @Test
    void whoActsIsNeverAParameter() throws Exception {
        assertThat(made()).doesNotContain("name: actor").doesNotContain("schemas/Actor");
    }

    /** A description knows a type by its simple name: of two that share one, it would show the one for both. */
    @Test
    void noTwoBodiesShareAName() {
        assertThat(new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("eu.boucle.web.api")
                                .stream()
                                .filter(JavaClass::isRecord)
                                .map(JavaClass::getSimpleName))
                .contains("AssetJson")
                .doesNotHaveDuplicates();
    }

    /** Without the address of this run, which is another one each time. */
    private String made() throws IOException, InterruptedException {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs.yaml"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().replaceAll("(?m)^servers:\\n(?:[- ] .*\\n)+", "");
    }
}

package eu.boucle.web.error;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.support.BoucleTest;
import jakarta.servlet.RequestDispatcher;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** What a reader is told when something goes wrong outside our own words. */
@BoucleTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests {

    @Autowired
    ErrorPages pages;

    @LocalServerPort
    int port;

    @Test
    void ourOwnFaultHasANumberAndTheLogHasTheRest(CapturedOutput log) throws Exception {
        MockHttpServletRequest request = failed(500, "/requests/DR-2026-000001", "text/html");
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret of the house"));
        ExtendedModelMap model = new ExtendedModelMap();

        String view = pages.show(request, new MockHttpServletResponse(), model);

        assertThat(view).isEqualTo("error/page");
        assertThat(model.getAttribute("status")).isEqualTo("500");
        String number = String.valueOf(model.getAttribute("number"));
        assertThat(number).matches("[2-9A-Z]{8}");
        assertThat(model).doesNotContainValue("secret of the house");
        assertThat(log).contains("error " + number).contains("secret of the house");
    }

    @Test
    void aLineBreakInAnAddressWritesNoLineOfItsOwnInTheLog(CapturedOutput log) throws Exception {
        pages.show(
                failed(500, "/x\nerror FAKE: nothing", "text/html"),
                new MockHttpServletResponse(),
                new ExtendedModelMap());

        assertThat(log.getAll().lines()).noneMatch(line -> line.startsWith("error FAKE"));
    }

    @Test
    void aMessageInTheLogIsOneLine(CapturedOutput log) {
        LoggerFactory.getLogger(ErrorPagesTests.class).info("as typed: {}", "a\r\nforged line\u2028another");

        assertThat(log.getAll().lines().filter(line -> line.contains("as typed:")))
                .singleElement(InstanceOfAssertFactories.STRING)
                .endsWith("a ¶ forged line ¶ another");
    }

    @Test
    void aProgramGetsAProblemInsteadOfAPage() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        assertThat(pages.show(failed(404, "/api/v1/nothing", "*/*"), response, new ExtendedModelMap()))
                .isNull();
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("\"status\":404");
    }

    @Test
    void aTooLargeUploadIsToldAsSuchBeforeItsTokenIsLookedFor() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sites"))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[36 * 1024 * 1024]))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("Fichier trop gros");
    }

    private static MockHttpServletRequest failed(int status, String path, String accept) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.addHeader("Accept", accept);
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, path);
        return request;
    }
}

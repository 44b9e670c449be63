package eu.boucle.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The door before and after the first start is through. */
class OpenWhenReadyTests {

    private final OpenWhenReady door = new OpenWhenReady();

    @Test
    void whoComesTooEarlyIsToldToComeAgain() throws Exception {
        MockHttpServletResponse answer = asked("/api/v1/sites");

        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(answer.getHeader("Retry-After")).isEqualTo("2");
    }

    @Test
    void probesAndThePagesOwnFilesAreAnsweredAtOnce() throws Exception {
        assertThat(asked("/actuator/health").getStatus()).isEqualTo(200);
        assertThat(asked("/css/boucle.css").getStatus()).isEqualTo(200);
    }

    @Test
    void everybodyComesInOnceTheApplicationIsReady() throws Exception {
        door.open();

        assertThat(asked("/api/v1/sites").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse asked(String path) throws ServletException, IOException {
        MockHttpServletResponse answer = new MockHttpServletResponse();
        door.doFilter(new MockHttpServletRequest("GET", path), answer, new MockFilterChain());
        return answer;
    }
}

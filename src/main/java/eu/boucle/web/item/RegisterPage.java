package eu.boucle.web.item;

import eu.boucle.asset.RegisterExport;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The register of assets as a file. */
@Controller
class RegisterPage {

    private final RegisterExport export;

    RegisterPage(RegisterExport export) {
        this.export = export;
    }

    @GetMapping("/assets.csv")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    void csv(Actor actor, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("assets.csv").build().toString());
        export.write(response.getOutputStream(), actor);
    }
}

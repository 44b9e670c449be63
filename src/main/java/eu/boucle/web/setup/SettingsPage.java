package eu.boucle.web.setup;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everything that is set up has its door. */
@Controller
@Allowed({Role.ADMIN, Role.COMPLIANCE})
class SettingsPage {

    private static final List<Door> DOORS = List.of(
            new Door("organisations", "buildings", "/settings/organisations", Role.ADMIN, Role.COMPLIANCE),
            new Door("partnerSites", "recycle", "/settings/partner-sites", Role.ADMIN, Role.COMPLIANCE),
            new Door("host", "calendar3", "/settings/host", Role.ADMIN, Role.COMPLIANCE),
            new Door("wordings", "file-earmark-text", "/wordings", Role.COMPLIANCE),
            new Door("people", "people", "/people", Role.ADMIN),
            new Door("start", "signpost-2", "/setup", Role.ADMIN));

    /** One door; its words are the messages {@code settings.NAME} and {@code settings.NAME.what}. */
    record Door(String name, String icon, String href, Role... roles) {}

    @GetMapping("/settings")
    String doors(Actor actor, Model model) {
        model.addAttribute(
                "doors",
                DOORS.stream()
                        .filter(door -> Arrays.stream(door.roles()).anyMatch(actor::is))
                        .toList());
        return "setup/settings";
    }
}

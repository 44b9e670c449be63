package eu.boucle.web;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.Role;
import eu.boucle.web.security.OncePerForm;
import eu.boucle.web.security.SignedIn;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What every page shows around its content: who reads, where one may go, in which language. {@code ${@frame…}}. */
@Component("frame")
public class Frame {

    private static final List<Entry> ENTRIES = List.of(
            new Entry("home", "house", "/"),
            new Entry("requests", "inboxes", "/requests", Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE),
            new Entry("bench", "hdd", "/bench", Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER),
            new Entry("runs", "truck", "/runs", Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER),
            new Entry("discrepancies", "exclamation-diamond", "/discrepancies", Role.COMPLIANCE),
            new Entry("certificates", "patch-check", "/certificates", Role.CLIENT, Role.COMPLIANCE),
            new Entry("tables", "table", "/reference-tables", Role.COMPLIANCE),
            new Entry("sites", "geo-alt", "/sites", Role.CLIENT),
            new Entry("settings", "sliders", "/settings", Role.ADMIN, Role.COMPLIANCE),
            new Entry("people", "people", "/people", Role.ADMIN),
            new Entry("operations", "gear", "/operations", Role.COMPLIANCE, Role.ADMIN));

    private final boolean demo;

    Frame(Environment environment) {
        this.demo = environment.acceptsProfiles(Profiles.of("demo"));
    }

    /** One way to go; its word is the message {@code nav.NAME}. */
    public record Entry(String name, String icon, String href, Role... roles) {

        boolean openTo(Actor actor) {
            return roles.length == 0 || Arrays.stream(roles).anyMatch(actor::is);
        }
    }

    /** The person who reads; nobody for visitors. */
    public @Nullable Actor actor() {
        return SignedIn.actor().orElse(null);
    }

    public boolean demo() {
        return demo;
    }

    public List<Entry> entries() {
        Actor actor = actor();
        return actor == null
                ? List.of()
                : ENTRIES.stream().filter(entry -> entry.openTo(actor)).toList();
    }

    /** Whether the page read now lies under this entry; an item's page lies under the requests. */
    public boolean at(Entry entry) {
        String path = path();
        if (entry.href().equals("/")) {
            return path.equals("/");
        }
        return path.equals(entry.href())
                || path.startsWith(entry.href() + "/")
                || (entry.name().equals("requests") && path.startsWith("/assets/"));
    }

    /** For one showing of one form, see {@link OncePerForm}. */
    public String once() {
        return OncePerForm.token();
    }

    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    public List<Language> languages() {
        return List.of(Language.values());
    }

    /** This same page in the other language. */
    public String in(Language language) {
        HttpServletRequest request = request();
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path());
        String query = request.getQueryString();
        if (query != null && "GET".equals(request.getMethod())) {
            uri.query(query);
        }
        return uri.replaceQueryParam("lang", language.name().toLowerCase(java.util.Locale.ROOT))
                .build()
                .toUriString();
    }

    /** Where a page's own list continues: the same address and filters with another cursor. */
    public String after(String cursor) {
        HttpServletRequest request = request();
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path());
        if (request.getQueryString() != null) {
            uri.query(request.getQueryString());
        }
        return uri.replaceQueryParam("after", cursor).build().toUriString();
    }

    /** The same list from its start. */
    public String beginning() {
        HttpServletRequest request = request();
        UriComponentsBuilder uri = UriComponentsBuilder.fromPath(path());
        if (request.getQueryString() != null) {
            uri.query(request.getQueryString());
        }
        return uri.replaceQueryParam("after").build().toUriString();
    }

    /** Whether the list shown is not its beginning. */
    public boolean continued() {
        return request().getParameter("after") != null;
    }

    public List<Role> roles() {
        Actor actor = actor();
        List<Role> roles = new ArrayList<>(actor == null ? List.of() : actor.roles());
        roles.sort(null);
        return roles;
    }

    /** The path asked for, also when an error page is shown instead. */
    private static String path() {
        HttpServletRequest request = request();
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed == null ? request.getRequestURI() : failed.toString();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
    }
}

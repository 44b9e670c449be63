package eu.boucle.web.security;

import eu.boucle.identity.Actor;
import eu.boucle.identity.People;
import eu.boucle.identity.Secrets;
import eu.boucle.shared.NotFound;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The sessions of a person, on all nodes. */
@Component
public class OpenSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final People people;

    OpenSessions(FindByIndexNameSessionRepository<? extends Session> sessions, People people) {
        this.sessions = sessions;
        this.people = people;
    }

    /**
     * One session.
     *
     * @param handle names it without giving it away
     * @param here whether it is that of the present request
     */
    public record Open(String handle, @Nullable Visit visit, Instant since, Instant lastUsed, boolean here) {}

    /** One's own, last used first. */
    public List<Open> own(Actor by, HttpServletRequest request) {
        String here = id(request);
        return of(by).stream()
                .map(session -> new Open(
                        Secrets.sha256(session.getId()),
                        session.getAttribute(Entrance.VISIT),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(here)))
                .sorted(Comparator.comparing(Open::lastUsed).reversed())
                .toList();
    }

    /** @throws NotFound when the actor has no such session */
    public void end(String handle, Actor by) {
        Session found = of(by).stream()
                .filter(session -> Secrets.sha256(session.getId()).equals(handle))
                .findFirst()
                .orElseThrow(NotFound::new);
        sessions.deleteById(found.getId());
    }

    /** All of one's own but that of the present request. */
    public void endOthers(Actor by, HttpServletRequest request) {
        String here = id(request);
        people.signOutEverywhere(person(by), by);
        of(by).stream()
                .filter(session -> !session.getId().equals(here))
                .forEach(session -> sessions.deleteById(session.getId()));
    }

    /** All of somebody's, by an administrator. */
    public void endAll(UUID person, Actor by) {
        people.signOutEverywhere(person, by);
        sessions.findByPrincipalName(person.toString()).keySet().forEach(sessions::deleteById);
    }

    private Collection<? extends Session> of(Actor by) {
        return sessions.findByPrincipalName(person(by).toString()).values();
    }

    private static UUID person(Actor by) {
        return Optional.ofNullable(by.person()).orElseThrow(NotFound::new);
    }

    private static String id(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session == null ? "" : session.getId();
    }
}

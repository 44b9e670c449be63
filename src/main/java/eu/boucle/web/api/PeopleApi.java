package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.ApiTokens;
import eu.boucle.identity.InvitePerson;
import eu.boucle.identity.Language;
import eu.boucle.identity.OneTimeLinks.Sent;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.People;
import eu.boucle.identity.PeopleList;
import eu.boucle.identity.PersonFilter;
import eu.boucle.identity.PersonState;
import eu.boucle.identity.PersonView;
import eu.boucle.identity.Role;
import eu.boucle.identity.SecondFactors;
import eu.boucle.identity.SignInLog;
import eu.boucle.identity.SignInOutcome;
import eu.boucle.identity.SignInView;
import eu.boucle.web.security.Allowed;
import eu.boucle.web.security.OpenSessions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** People and their rights, for administrators. */
@RestController
@RequestMapping("/api/v1")
@Allowed(Role.ADMIN)
class PeopleApi {

    private final People people;
    private final PeopleList list;
    private final SecondFactors factors;
    private final OpenSessions sessions;
    private final ApiTokens tokens;
    private final SignInLog signIns;

    PeopleApi(
            People people,
            PeopleList list,
            SecondFactors factors,
            OpenSessions sessions,
            ApiTokens tokens,
            SignInLog signIns) {
        this.people = people;
        this.list = list;
        this.factors = factors;
        this.sessions = sessions;
        this.tokens = tokens;
        this.signIns = signIns;
    }

    @GetMapping("/people")
    Page<PersonJson> people(
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable PersonState state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        PersonFilter filter =
                new PersonFilter(role, organisation == null ? null : new OrganisationId(organisation), state, q);
        return Page.of(list.page(filter, after, Page.limit(limit), actor), PersonJson::of);
    }

    @GetMapping("/people/{id}")
    PersonJson person(@PathVariable UUID id, Actor actor) {
        return PersonJson.of(list.person(id, actor));
    }

    @PostMapping("/people")
    ResponseEntity<Invited> invite(@RequestBody NewPerson person, Actor actor, HttpServletRequest request) {
        People.Invited invited = people.invite(
                new InvitePerson(
                        Given.text(person.email()),
                        Given.text(person.name()),
                        Set.copyOf(Given.list(person.roles())),
                        organisations(person.organisations()),
                        person.language() == null ? Language.FR : person.language()),
                actor);
        return ResponseEntity.created(URI.create("/api/v1/people/" + invited.person()))
                .body(new Invited(
                        PersonJson.of(list.person(invited.person(), actor)), LinkJson.of(invited.link(), request)));
    }

    /** Another link: an invitation, or for who has a password, a link to a new one. */
    @PostMapping("/people/{id}/invite")
    LinkJson inviteAgain(@PathVariable UUID id, Actor actor, HttpServletRequest request) {
        return LinkJson.of(people.sendLink(id, actor), request);
    }

    @PutMapping("/people/{id}/roles")
    PersonJson roles(@PathVariable UUID id, @RequestBody Rights rights, Actor actor) {
        people.changeRights(id, Set.copyOf(Given.list(rights.roles())), organisations(rights.organisations()), actor);
        return person(id, actor);
    }

    @PostMapping("/people/{id}/disable")
    PersonJson disable(@PathVariable UUID id, Actor actor) {
        people.disable(id, actor);
        return person(id, actor);
    }

    @PostMapping("/people/{id}/enable")
    PersonJson enable(@PathVariable UUID id, Actor actor) {
        people.enable(id, actor);
        return person(id, actor);
    }

    @PostMapping("/people/{id}/reset-second-factor")
    PersonJson resetSecondFactor(@PathVariable UUID id, Actor actor) {
        factors.reset(id, actor);
        return person(id, actor);
    }

    @PostMapping("/people/{id}/sign-out")
    PersonJson signOut(@PathVariable UUID id, Actor actor) {
        sessions.endAll(id, actor);
        return person(id, actor);
    }

    @GetMapping("/people/{id}/tokens")
    Page<TokenJson> tokens(@PathVariable UUID id, Actor actor) {
        return new Page<>(tokens.of(id, actor).stream().map(TokenJson::of).toList(), null);
    }

    @DeleteMapping("/people/{id}/tokens/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id, @PathVariable UUID token, Actor actor) {
        tokens.revoke(token, id, actor);
    }

    @GetMapping("/sign-ins")
    Page<SignInJson> signIns(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable SignInOutcome outcome,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after,
            Actor actor) {
        return Page.of(signIns.page(person, outcome, after, Page.limit(limit), actor), SignInJson::of);
    }

    private static Set<OrganisationId> organisations(@Nullable List<UUID> ids) {
        return Given.list(ids).stream().map(OrganisationId::new).collect(Collectors.toSet());
    }

    record NewPerson(
            @Nullable String email,
            @Nullable String name,
            @Nullable List<Role> roles,
            @Nullable List<UUID> organisations,
            @Nullable Language language) {}

    record Rights(@Nullable List<Role> roles, @Nullable List<UUID> organisations) {}

    record Invited(PersonJson person, LinkJson link) {}

    /** @param address shown this once; null when the link leaves by mail */
    record LinkJson(@Nullable String address, Instant expiresAt) {
        static LinkJson of(Sent sent, HttpServletRequest request) {
            if (sent.address() != null) {
                KeyedCall.shownOnce(sent.address(), request);
            }
            return new LinkJson(sent.address(), sent.expires());
        }
    }

    record PersonJson(
            UUID id,
            String email,
            String name,
            PersonState state,
            List<Role> roles,
            List<Membership> organisations,
            Language language,
            boolean secondFactor,
            @Nullable Instant lastSignInAt) {

        record Membership(UUID id, String name) {}

        static PersonJson of(PersonView person) {
            return new PersonJson(
                    person.id(),
                    person.email(),
                    person.name(),
                    person.state(),
                    person.roles(),
                    person.organisations().stream()
                            .map(one -> new Membership(one.id().value(), one.name()))
                            .toList(),
                    person.language(),
                    person.secondFactor(),
                    person.lastSignIn());
        }
    }

    record SignInJson(Instant at, @Nullable UUID person, SignInOutcome outcome, String address, String agent) {
        static SignInJson of(SignInView one) {
            return new SignInJson(one.at(), one.person(), one.outcome(), one.address(), one.agent());
        }
    }
}

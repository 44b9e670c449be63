package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationDesk;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationRecord;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Role;
import eu.boucle.identity.ToldContact;
import eu.boucle.identity.Topic;
import eu.boucle.identity.WriteOrganisation;
import eu.boucle.shared.PostalAddress;
import eu.boucle.web.security.Allowed;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Organisations as the administrator keeps them; a client reads its own. */
@RestController
@RequestMapping("/api/v1/organisations")
class OrganisationsApi {

    private final OrganisationDesk desk;

    OrganisationsApi(OrganisationDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    Page<OrganisationRow> list(
            @RequestParam(required = false) @Nullable OrganisationKind kind,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return Page.of(desk.page(kind, archived, after, Page.limit(limit), actor), OrganisationRow::of);
    }

    @PostMapping
    @Allowed(Role.ADMIN)
    ResponseEntity<Organisation> open(@RequestBody Written body, Actor actor) {
        OrganisationRecord opened = desk.open(body.command(Given.required("kind", body.kind())), actor);
        return ResponseEntity.created(URI.create(
                        "/api/v1/organisations/" + opened.organisation().id()))
                .eTag(Long.toString(opened.version()))
                .body(Organisation.of(opened));
    }

    @GetMapping("/{id}")
    @Allowed({Role.ADMIN, Role.COMPLIANCE, Role.CLIENT})
    ResponseEntity<Organisation> read(@PathVariable String id, Actor actor) {
        return answer(desk.record(new OrganisationId(Given.id(id)), actor));
    }

    @PutMapping("/{id}")
    @Allowed(Role.ADMIN)
    ResponseEntity<Organisation> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Written body,
            Actor actor) {
        OrganisationId organisation = new OrganisationId(Given.id(id));
        OrganisationKind kind = body.kind() == null
                ? desk.record(organisation, actor).organisation().kind()
                : body.kind();
        return answer(desk.edit(organisation, body.command(kind), Given.version(ifMatch), actor));
    }

    @PostMapping("/{id}/archive")
    @Allowed(Role.ADMIN)
    ResponseEntity<Organisation> archive(@PathVariable String id, Actor actor) {
        return answer(desk.archive(new OrganisationId(Given.id(id)), actor));
    }

    private static ResponseEntity<Organisation> answer(OrganisationRecord organisation) {
        return ResponseEntity.ok().eTag(Long.toString(organisation.version())).body(Organisation.of(organisation));
    }

    record OrganisationRow(
            UUID id,
            OrganisationKind kind,
            String name,
            @Nullable String siret,
            String city,
            boolean archived) {
        static OrganisationRow of(OrganisationView organisation) {
            return new OrganisationRow(
                    organisation.id().value(),
                    organisation.kind(),
                    organisation.name(),
                    Given.ifGiven(organisation.siret(), siret -> siret.value()),
                    organisation.address().city(),
                    organisation.archived());
        }
    }

    record ToldContactJson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable Set<Topic> topics) {

        static List<ToldContact> contacts(@Nullable List<ToldContactJson> given) {
            return Given.list(given).stream()
                    .map(contact -> new ToldContact(
                            Given.text(contact.name()),
                            Given.text(contact.email()),
                            Given.text(contact.phone()),
                            contact.topics() == null ? Set.of() : contact.topics()))
                    .toList();
        }

        static ToldContactJson of(ToldContact contact) {
            return new ToldContactJson(contact.name(), contact.email(), contact.phone(), contact.topics());
        }
    }

    record Organisation(
            UUID id,
            OrganisationKind kind,
            String name,
            @Nullable String siret,
            String vatNumber,
            PostalAddress address,
            Language language,
            List<ToldContactJson> contacts,
            boolean archived) {

        static Organisation of(OrganisationRecord kept) {
            OrganisationView organisation = kept.organisation();
            return new Organisation(
                    organisation.id().value(),
                    organisation.kind(),
                    organisation.name(),
                    Given.ifGiven(organisation.siret(), siret -> siret.value()),
                    kept.vatNumber(),
                    organisation.address(),
                    organisation.language(),
                    kept.contacts().stream().map(ToldContactJson::of).toList(),
                    organisation.archived());
        }
    }

    record Written(
            @Nullable OrganisationKind kind,
            @Nullable String name,
            @Nullable String siret,
            @Nullable String vatNumber,
            @Nullable AddressJson address,
            @Nullable Language language,
            @Nullable List<ToldContactJson> contacts) {

        WriteOrganisation command(OrganisationKind said) {
            return WriteOrganisation.of(
                    said,
                    Given.text(name),
                    Given.text(siret),
                    Given.text(vatNumber),
                    AddressJson.address(address),
                    language == null ? Language.FR : language,
                    ToldContactJson.contacts(contacts));
        }
    }
}

package eu.boucle.web.api;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.DefaultInstructions;
import eu.boucle.identity.Actor;
import eu.boucle.identity.ClientTerms;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationDesk;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationRecord;
import eu.boucle.identity.Role;
import eu.boucle.identity.Setting;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.web.security.Allowed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Settings of the host, with their history, and of each client. */
@RestController
@RequestMapping("/api/v1")
class SettingsApi {

    private final HostSettings settings;
    private final OrganisationDesk organisations;
    private final DefaultInstructions defaults;
    private final TransactionTemplate together;

    SettingsApi(
            HostSettings settings,
            OrganisationDesk organisations,
            DefaultInstructions defaults,
            TransactionTemplate together) {
        this.settings = settings;
        this.organisations = organisations;
        this.defaults = defaults;
        this.together = together;
    }

    /** What holds now, by name: delays in words ({@code 2 working days}), tolerances in percent. */
    @GetMapping("/settings")
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    Values read(Actor actor) {
        return new Values(settings.all(actor));
    }

    /** Sets those named, for one reason. */
    @PutMapping("/settings")
    @Allowed(Role.ADMIN)
    Values change(@RequestBody Changed body, Actor actor) {
        return new Values(settings.change(Given.required("values", body.values()), Reason.of(body.reason()), actor));
    }

    @GetMapping("/settings/history")
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    Page<Change> history(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return Page.of(settings.history(after, Page.limit(limit), actor), Change::of);
    }

    @GetMapping("/organisations/{id}/settings")
    @Allowed({Role.CLIENT, Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<Terms> terms(@PathVariable String id, Actor actor) {
        return answer(new OrganisationId(Given.id(id)), actor);
    }

    /** Everything at once: what is left out is taken away. */
    @PutMapping("/organisations/{id}/settings")
    @Allowed({Role.CLIENT, Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<Terms> settle(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Terms body,
            Actor actor) {
        OrganisationId client = new OrganisationId(Given.id(id));
        Language language = organisations.record(client, actor).organisation().language();
        ClientTerms terms = new ClientTerms(
                body.language() == null ? language : body.language(),
                body.mediaDays(),
                OrganisationsApi.ToldContactJson.contacts(body.contacts()));
        together.executeWithoutResult(ignored -> {
            organisations.settle(client, terms, Given.version(ifMatch), actor);
            defaults.decide(client, Given.ifGiven(body.data(), InstructionJson::value), actor);
        });
        return answer(client, actor);
    }

    private ResponseEntity<Terms> answer(OrganisationId client, Actor actor) {
        OrganisationRecord kept = organisations.record(client, actor);
        if (kept.organisation().kind() != OrganisationKind.CLIENT) {
            throw new NotFound();
        }
        return ResponseEntity.ok()
                .eTag(Long.toString(kept.version()))
                .body(new Terms(
                        kept.organisation().language(),
                        kept.mediaDays(),
                        kept.contacts().stream()
                                .map(OrganisationsApi.ToldContactJson::of)
                                .toList(),
                        defaults.of(client, actor).map(InstructionJson::of).orElse(null)));
    }

    record Values(Map<Setting, String> values) {}

    record Changed(
            @Nullable Map<Setting, String> values, @Nullable String reason) {}

    record Change(
            Setting setting,
            String before,
            String after,
            String reason,
            Instant at,
            @Nullable UUID by) {

        static Change of(HostSettings.Change change) {
            return new Change(
                    change.setting(), change.before(), change.after(), change.reason(), change.at(), change.by());
        }
    }

    record InstructionJson(
            @Nullable DataAction action,
            @Nullable DataPlace where,
            @Nullable SanitizationLevel level) {

        static InstructionJson of(DataInstruction instruction) {
            return new InstructionJson(instruction.action(), instruction.where(), instruction.level());
        }

        DataInstruction value() {
            return new DataInstruction(
                    Given.required("data/action", action),
                    Given.required("data/where", where),
                    Given.required("data/level", level));
        }
    }

    /** @param mediaDays working days to decide media; null for the host's own delay */
    record Terms(
            @Nullable Language language,
            @Nullable Integer mediaDays,
            @Nullable List<OrganisationsApi.ToldContactJson> contacts,
            @Nullable InstructionJson data) {}
}

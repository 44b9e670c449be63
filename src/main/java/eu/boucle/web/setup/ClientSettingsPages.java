package eu.boucle.web.setup;

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
import eu.boucle.identity.Topic;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a client wants to be served: language, contacts, its delay, what it usually asks for its data. */
@Controller
@Allowed({Role.CLIENT, Role.COMPLIANCE, Role.ADMIN})
class ClientSettingsPages {

    private final OrganisationDesk desk;
    private final DefaultInstructions defaults;
    private final HostSettings settings;
    private final TransactionTemplate together;

    ClientSettingsPages(
            OrganisationDesk desk, DefaultInstructions defaults, HostSettings settings, TransactionTemplate together) {
        this.desk = desk;
        this.defaults = defaults;
        this.settings = settings;
        this.together = together;
    }

    @GetMapping("/settings/organisations/{id}/terms")
    String form(@PathVariable String id, Actor actor, Model model) {
        OrganisationRecord kept = desk.record(new OrganisationId(Typed.id(id)), actor);
        if (kept.organisation().kind() != OrganisationKind.CLIENT) {
            throw new NotFound();
        }
        model.addAttribute("kept", kept);
        model.addAttribute("one", kept.organisation());
        model.addAttribute("contacts", ContactRow.rows(kept.contacts()));
        model.addAttribute("topics", Topic.values());
        model.addAttribute("languages", Language.values());
        model.addAttribute("staff", actor.is(Role.ADMIN) || actor.is(Role.COMPLIANCE));
        model.addAttribute("usualDelay", settings.delay(Setting.MEDIA_REMINDER));
        model.addAttribute(
                "instruction", defaults.of(kept.organisation().id(), actor).orElse(null));
        model.addAttribute("actions", DataAction.values());
        model.addAttribute("places", DataPlace.values());
        model.addAttribute("levels", List.of(SanitizationLevel.CLEAR, SanitizationLevel.PURGE));
        return "setup/terms";
    }

    @PostMapping("/settings/organisations/{id}/terms")
    String settle(
            @PathVariable String id,
            @RequestParam Map<String, String> given,
            Actor actor,
            RedirectAttributes redirect) {
        OrganisationId client = new OrganisationId(Typed.id(id));
        OrganisationRecord before = desk.record(client, actor);
        boolean staff = actor.is(Role.ADMIN) || actor.is(Role.COMPLIANCE);
        Typed typed = new Typed(given);
        ClientTerms terms =
                new ClientTerms(typed.language(), staff ? days(typed) : before.mediaDays(), typed.contacts());
        DataInstruction instruction = instruction(typed);
        together.executeWithoutResult(ignored -> {
            desk.settle(client, terms, typed.version(), actor);
            defaults.decide(client, instruction, actor);
        });
        Notice.done("terms.settled", before.organisation().name()).on(redirect);
        return "redirect:/settings/organisations/" + id;
    }

    private static @Nullable Integer days(Typed typed) {
        String text = typed.text("mediaDays");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("\\d{1,4}")) {
            throw Invalid.field("mediaDays", "MEDIA_DAYS_WRONG", text, ClientTerms.MOST_MEDIA_DAYS);
        }
        return Integer.valueOf(text);
    }

    /** As the request form understands the same three words: a level only counts where something is erased. */
    private static @Nullable DataInstruction instruction(Typed typed) {
        DataAction action = typed.wordOrNone(DataAction.class, "data/action");
        if (action == null) {
            return null;
        }
        DataPlace where = typed.word(DataPlace.class, "data/where", DataPlace.HERE);
        return switch (action) {
            case NONE, RETURN -> new DataInstruction(action, DataPlace.HERE, SanitizationLevel.CLEAR);
            case DESTROY -> new DataInstruction(action, where, SanitizationLevel.DESTROY);
            case ERASE ->
                new DataInstruction(
                        action, where, typed.word(SanitizationLevel.class, "data/level", SanitizationLevel.PURGE));
        };
    }
}

package eu.boucle.web.setup;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.PublicHolidays;
import eu.boucle.identity.Role;
import eu.boucle.identity.Setting;
import eu.boucle.shared.Delay;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.shared.Slice;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The host's own settings: calendar, delays, tolerances; each change with its reason and its place in the history. */
@Controller
@Allowed(Role.ADMIN)
class HostSettingsPages {

    private static final int SHOWN = 30;

    private final HostSettings settings;
    private final PublicHolidays holidays;
    private final Organisations organisations;
    private final Accounts accounts;
    private final MessageSource messages;

    HostSettingsPages(
            HostSettings settings,
            PublicHolidays holidays,
            Organisations organisations,
            Accounts accounts,
            MessageSource messages) {
        this.messages = messages;
        this.settings = settings;
        this.holidays = holidays;
        this.organisations = organisations;
        this.accounts = accounts;
    }

    /** How a delay is counted on the page. */
    enum Unit {
        WORKING_DAYS,
        DAYS,
        HOURS
    }

    /** One delay as a number and a unit. @param usual what holds until it is set, in words */
    record DelayField(String name, long number, Unit unit, String usual) {}

    /** One change as it is told. */
    record Told(String name, String before, String after, String reason, Instant at, String by) {}

    private DelayField field(Setting setting, String value) {
        Delay delay = Delay.of(value);
        return new DelayField(setting.name(), number(delay), unit(delay), said(setting, setting.usual()));
    }

    private static long number(Delay delay) {
        return delay.kind() == Delay.Kind.EXACT ? delay.exact().toHours() : delay.days();
    }

    private static Unit unit(Delay delay) {
        return switch (delay.kind()) {
            case WORKING_DAYS -> Unit.WORKING_DAYS;
            case DAYS -> Unit.DAYS;
            case EXACT -> Unit.HOURS;
        };
    }

    /** A value in the reader's words. */
    private String said(Setting setting, String value) {
        return switch (setting.kind()) {
            case DELAY -> {
                Delay delay = Delay.of(value);
                yield say("host.words." + unit(delay), number(delay));
            }
            case PERCENT ->
                say(
                        "host.words.percent",
                        value.replace('.', say("host.words.point").charAt(0)));
            case REGION ->
                holidays.regions().stream()
                        .filter(region -> region.code().equals(value))
                        .map(PublicHolidays.Region::name)
                        .findFirst()
                        .orElseGet(() -> say("host.holidays.country"));
            case DAYS -> value.isEmpty() ? say("host.words.none") : value;
        };
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    @GetMapping("/settings/host")
    @Allowed({Role.ADMIN, Role.COMPLIANCE})
    String form(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        Map<Setting, String> all = settings.all(actor);
        model.addAttribute("host", organisations.host().orElse(null));
        model.addAttribute(
                "delays",
                Arrays.stream(Setting.values())
                        .filter(setting -> setting.kind() == Setting.Kind.DELAY)
                        .map(setting -> field(setting, value(all, setting)))
                        .toList());
        model.addAttribute("units", Unit.values());
        model.addAttribute("weightTolerance", value(all, Setting.WEIGHT_TOLERANCE));
        model.addAttribute("massTolerance", value(all, Setting.MASS_BALANCE_TOLERANCE));
        model.addAttribute("region", value(all, Setting.HOLIDAYS));
        model.addAttribute("regions", holidays.regions());
        model.addAttribute("closedDays", value(all, Setting.CLOSED_DAYS).replace(' ', '\n'));
        model.addAttribute("admin", actor.is(Role.ADMIN));
        Slice<HostSettings.Change> history = settings.history(after, SHOWN, actor);
        Map<UUID, String> names = accounts.names(history.items().stream()
                .map(HostSettings.Change::by)
                .filter(Objects::nonNull)
                .toList());
        model.addAttribute("history", history.map(change -> told(change, names)));
        return "setup/host";
    }

    private Told told(HostSettings.Change change, Map<UUID, String> names) {
        UUID by = change.by();
        return new Told(
                change.setting().name(),
                said(change.setting(), change.before()),
                said(change.setting(), change.after()),
                change.reason(),
                change.at(),
                by == null ? "" : names.getOrDefault(by, ""));
    }

    private static String value(Map<Setting, String> all, Setting setting) {
        return all.getOrDefault(setting, setting.usual());
    }

    @PostMapping("/settings/host")
    String change(@RequestParam Map<String, String> given, Actor actor, RedirectAttributes redirect) {
        Typed typed = new Typed(given);
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            if (setting.kind() != Setting.Kind.DELAY && typed.ticked(setting.name())) {
                values.put(setting, typed.text(setting.name()));
            } else if (typed.ticked(setting.name())) {
                values.put(setting, words(setting, typed));
            }
        }
        settings.change(values, Reason.of(typed.text("reason")), actor);
        Notice.done("host.settled").on(redirect);
        return "redirect:/settings/host";
    }

    private static String words(Setting setting, Typed typed) {
        String number = typed.text(setting.name());
        if (!number.matches("\\d{1,5}")) {
            throw Invalid.field(setting.name(), "DELAY_WRONG", number);
        }
        return switch (typed.word(Unit.class, setting.name() + "/unit", Unit.WORKING_DAYS)) {
            case WORKING_DAYS -> number + " working days";
            case DAYS -> number + " days";
            case HOURS -> Duration.ofHours(Long.parseLong(number)).toString();
        };
    }
}

package eu.boucle.web.bench;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.RegisterLot;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.SerialNumber;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An asset opened at the bench: the medium found in it, or nothing, said by two people. */
@Controller
class TeardownPage {

    private final AssetRegister assets;
    private final MediaRegister media;
    private final Clock clock;

    TeardownPage(AssetRegister assets, MediaRegister media, Clock clock) {
        this.assets = assets;
        this.media = media;
        this.clock = clock;
    }

    @GetMapping("/bench/assets/{tag}/media")
    @Allowed(Role.WAREHOUSE)
    String form(@PathVariable String tag, Actor actor, Model model) {
        AssetView asset = assets.asset(tag(tag), actor);
        model.addAttribute("asset", asset);
        model.addAttribute("kinds", MediumKind.values());
        model.addAttribute("interfaces", MediumInterface.values());
        return "bench/found";
    }

    @PostMapping("/bench/assets/{tag}/media")
    @Allowed(Role.WAREHOUSE)
    String found(
            @PathVariable String tag,
            @RequestParam(defaultValue = "UNKNOWN") MediumKind kind,
            @RequestParam(defaultValue = "NONE") MediumInterface attached,
            @RequestParam(required = false) @Nullable String serial,
            @RequestParam(defaultValue = "") String model,
            Actor actor,
            RedirectAttributes redirect) {
        media.found(
                tag(tag),
                new RegisterLot.ExpectedMedium(
                        kind, attached, SerialNumber.of(serial).orElse(null), model.strip(), null),
                actor,
                clock.instant());
        Notice.done("bench.found.done", tag).on(redirect);
        redirect.addAttribute("tag", tag);
        return "redirect:/bench";
    }

    @PostMapping("/bench/assets/{tag}/empty")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String empty(@PathVariable String tag, Actor actor, RedirectAttributes redirect) {
        boolean both = media.confirmEmpty(tag(tag), actor, clock.instant());
        Notice.done(both ? "bench.empty.both" : "bench.empty.one", tag).on(redirect);
        redirect.addAttribute("tag", tag);
        return "redirect:/bench";
    }

    private static AssetTag tag(String text) {
        return AssetTag.parse(text).orElseThrow(NotFound::new);
    }
}

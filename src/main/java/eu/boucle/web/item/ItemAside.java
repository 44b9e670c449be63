package eu.boucle.web.item;

import eu.boucle.asset.AssetLabels;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.AssetsAside;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An item that cannot be found, one that turned up again, and a label that is lost or spoiled. */
@Controller
class ItemAside {

    private final AssetsAside aside;
    private final AssetLabels labels;

    ItemAside(AssetsAside aside, AssetLabels labels) {
        this.aside = aside;
        this.labels = labels;
    }

    @PostMapping("/assets/{tag}/missing")
    @Allowed(Role.WAREHOUSE)
    String missing(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        return back(aside.missing(tag(tag), Reason.of(reason), actor), "item.missing.said", redirect);
    }

    @PostMapping("/assets/{tag}/found")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String found(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            RedirectAttributes redirect) {
        return back(aside.found(tag(tag), Reason.of(reason), actor), "item.found.said", redirect);
    }

    /** The history has its line; the label itself comes from the page of labels. */
    @PostMapping("/assets/{tag}/reprint-label")
    @Allowed(Role.WAREHOUSE)
    String reprint(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String request,
            Actor actor,
            RedirectAttributes redirect) {
        return print(labels.reprinted(tag(tag), Reason.of(reason), actor), request, "item.label.reprinted", redirect);
    }

    @PostMapping("/assets/{tag}/replace-tag")
    @Allowed(Role.WAREHOUSE)
    String replace(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String request,
            Actor actor,
            RedirectAttributes redirect) {
        AssetView asset = labels.replaced(tag(tag), Reason.of(reason), actor);
        return print(asset, request, "item.label.replaced", redirect);
    }

    private static String print(AssetView asset, String request, String key, RedirectAttributes redirect) {
        if (request.isEmpty()) {
            return back(asset, key, redirect);
        }
        Notice.done(key, asset.tag().value()).on(redirect);
        redirect.addAttribute("reference", request);
        redirect.addAttribute("tag", asset.tag().value());
        return "redirect:/requests/{reference}/labels";
    }

    private static String back(AssetView asset, String key, RedirectAttributes redirect) {
        Notice.done(key, asset.tag().value()).on(redirect);
        return "redirect:/assets/" + asset.tag().value();
    }

    private static AssetTag tag(String text) {
        return AssetTag.parse(text).orElseThrow(NotFound::new);
    }
}

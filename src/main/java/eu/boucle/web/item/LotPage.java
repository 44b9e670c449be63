package eu.boucle.web.item;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Slice;
import eu.boucle.web.security.Allowed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The items of a request, page by page. */
@Controller
class LotPage {

    private static final int ROWS = 50;

    private final RequestDesk requests;
    private final AssetRegister register;
    private final ClassificationWords words;

    LotPage(RequestDesk requests, AssetRegister register, ClassificationWords words) {
        this.requests = requests;
        this.register = register;
        this.words = words;
    }

    @GetMapping("/requests/{reference}/assets")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    String show(
            @PathVariable("reference") String requestReference,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Actor actor) {
        RequestView request = requests.request(requestReference, actor);
        Slice<AssetView> assets = register.page(request.id(), after, ROWS);
        model.addAttribute("asked", request);
        model.addAttribute("assets", assets);
        model.addAttribute("standing", register.standing(request.id()));
        model.addAttribute("types", words.types());
        model.addAttribute("mayCorrect", actor.is(Role.COMPLIANCE));
        model.addAttribute("mayWithdraw", actor.is(Role.WAREHOUSE));
        return "item/lot";
    }
}

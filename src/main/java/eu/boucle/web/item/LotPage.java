package eu.boucle.web.item;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Slice;
import eu.boucle.web.security.Allowed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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
    private final ReferenceTables reference;

    LotPage(RequestDesk requests, AssetRegister register, ReferenceTables reference) {
        this.requests = requests;
        this.register = register;
        this.reference = reference;
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
        model.addAttribute("types", labels());
        return "item/lot";
    }

    private Map<String, String> labels() {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        Map<String, String> labels = new HashMap<>();
        reference.equipmentTypes().forEach(type -> labels.put(type.key(), english ? type.labelEn() : type.labelFr()));
        return labels;
    }
}

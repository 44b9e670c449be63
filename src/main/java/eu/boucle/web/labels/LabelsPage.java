package eu.boucle.web.labels;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.labelling.LabelBatch;
import eu.boucle.labelling.LabelMedia;
import eu.boucle.labelling.LabelPress;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.NotFound;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.security.Allowed;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Labels of a request: choose what they are printed on and where to begin, look at the first sheet, print. */
@Controller
@Allowed(Role.WAREHOUSE)
class LabelsPage {

    private static final List<Integer> RESOLUTIONS = List.of(300, 203);

    private final RequestDesk desk;
    private final LabelPress press;

    LabelsPage(RequestDesk desk, LabelPress press) {
        this.desk = desk;
        this.press = press;
    }

    @GetMapping("/requests/{reference}/labels")
    String page(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String tag,
            Actor actor,
            Model model) {
        RequestView request = desk.request(reference, actor);
        List<LabelBatch> batches = press.batches(request.id(), actor);
        model.addAttribute("asked", request);
        AssetTag only = only(tag);
        model.addAttribute("only", only == null ? null : only.value());
        model.addAttribute("waiting", only == null ? press.waiting(request.id(), actor) : 1);
        model.addAttribute("batches", batches);
        model.addAttribute("media", LabelMedia.values());
        model.addAttribute("resolutions", RESOLUTIONS);
        // What this request was printed on last is the first choice.
        model.addAttribute(
                "chosen",
                batches.isEmpty() ? LabelMedia.SHEET_A4_24 : batches.getFirst().media());
        model.addAttribute(
                "resolution", batches.isEmpty() ? 300 : batches.getFirst().dotsPerInch());
        model.addAttribute(
                "places",
                IntStream.rangeClosed(1, LabelMedia.SHEET_A4_24.labelsOnPage())
                        .boxed()
                        .toList());
        return "labels/labels";
    }

    @GetMapping("/requests/{reference}/labels/preview.pdf")
    ResponseEntity<byte[]> preview(
            @PathVariable String reference,
            @RequestParam LabelMedia media,
            @RequestParam(defaultValue = "1") int start,
            @RequestParam(defaultValue = "300") int dpi,
            @RequestParam(required = false) @Nullable String tag,
            Actor actor) {
        RequestView request = desk.request(reference, actor);
        byte[] pdf = press.preview(request.id(), reference, only(tag), media, place(media, start), dpi, actor);
        return FileAnswer.toShow(name(reference), MediaType.APPLICATION_PDF, pdf);
    }

    @GetMapping("/requests/{reference}/labels/labels.pdf")
    ResponseEntity<byte[]> download(
            @PathVariable String reference,
            @RequestParam LabelMedia media,
            @RequestParam(defaultValue = "1") int start,
            @RequestParam(defaultValue = "300") int dpi,
            @RequestParam(required = false) @Nullable String tag,
            Actor actor) {
        RequestView request = desk.request(reference, actor);
        byte[] pdf = press.print(request.id(), reference, only(tag), media, place(media, start), dpi, actor);
        return FileAnswer.toKeep(name(reference), MediaType.APPLICATION_PDF, pdf);
    }

    /** One item whose label is printed again; all of the request otherwise. */
    private static @Nullable AssetTag only(@Nullable String tag) {
        return tag == null ? null : AssetTag.parse(tag).orElseThrow(NotFound::new);
    }

    /** The place chosen on a sheet does not count for a roll. */
    private static int place(LabelMedia media, int start) {
        return media.labelsOnPage() == 1 ? 1 : start;
    }

    private static String name(String reference) {
        return "labels-" + reference + ".pdf";
    }
}

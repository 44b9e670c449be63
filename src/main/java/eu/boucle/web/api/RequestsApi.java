package eu.boucle.web.api;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.DataInstruction;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.ListPreview;
import eu.boucle.decommissioning.ListReader;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestFilter;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestRow;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteId;
import eu.boucle.labelling.LabelMedia;
import eu.boucle.labelling.LabelPress;
import eu.boucle.sanitization.SanitizationReview;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.web.RefusalSentences;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
import org.springframework.web.multipart.MultipartFile;

/** A client's requests: written, decided, followed. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestsApi {

    private final RequestDesk desk;
    private final ListReader lists;
    private final AssetRegister register;
    private final SanitizationReview review;
    private final Papers papers;
    private final LabelPress press;
    private final RefusalSentences sentences;

    RequestsApi(
            RequestDesk desk,
            ListReader lists,
            AssetRegister register,
            SanitizationReview review,
            Papers papers,
            LabelPress press,
            RefusalSentences sentences) {
        this.desk = desk;
        this.lists = lists;
        this.register = register;
        this.review = review;
        this.papers = papers;
        this.press = press;
        this.sentences = sentences;
    }

    @PostMapping
    @Allowed(Role.CLIENT)
    ResponseEntity<Request> write(@RequestBody NewRequest body, Actor actor) {
        RequestView written = desk.write(body.command(actor), Boolean.TRUE.equals(body.submit()), actor);
        return ResponseEntity.created(URI.create("/api/v1/requests/" + written.reference()))
                .eTag(Long.toString(written.version()))
                .body(Request.of(written));
    }

    @PutMapping("/{reference}")
    @Allowed(Role.CLIENT)
    ResponseEntity<Request> rewrite(
            @PathVariable String reference,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody NewRequest body,
            Actor actor) {
        RequestView written = desk.rewrite(reference, body.command(actor), Given.version(ifMatch), actor);
        if (Boolean.TRUE.equals(body.submit())) {
            written = desk.submit(reference, actor);
        }
        return answer(written);
    }

    @PostMapping(path = "/preview", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.CLIENT)
    Preview previewFile(@RequestParam MultipartFile file, Actor actor) throws IOException {
        return Preview.of(lists.read(file.getBytes(), actor), sentences);
    }

    @PostMapping(path = "/preview")
    @Allowed(Role.CLIENT)
    Preview preview(@RequestBody byte[] list, Actor actor) {
        return Preview.of(lists.read(list, actor), sentences);
    }

    @GetMapping
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<RequestRowJson> list(
            @RequestParam(required = false) @Nullable Set<RequestStatus> status,
            @RequestParam(required = false) @Nullable UUID organisation,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        RequestFilter filter = new RequestFilter(
                status == null ? Set.of() : status, Given.ifGiven(organisation, OrganisationId::new), q);
        return Page.of(desk.page(filter, after, Page.limit(limit), actor), RequestRowJson::of);
    }

    @GetMapping("/{reference}")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    ResponseEntity<Request> request(@PathVariable String reference, Actor actor) {
        return answer(desk.request(reference, actor));
    }

    @GetMapping(path = "/{reference}/copy.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    byte[] copy(@PathVariable String reference, Actor actor) {
        PaperView paper = papers.latest(
                        "REQUEST_COPY", desk.request(reference, actor).id().value())
                .orElseThrow(NotFound::new);
        return papers.bytes(paper.id());
    }

    @PostMapping("/{reference}/submit")
    @Allowed(Role.CLIENT)
    ResponseEntity<Request> submit(@PathVariable String reference, Actor actor) {
        return answer(desk.submit(reference, actor));
    }

    /** A returned request, completed by its client, goes back to the officer. */
    @PostMapping("/{reference}/complete")
    @Allowed(Role.CLIENT)
    ResponseEntity<Request> complete(@PathVariable String reference, Actor actor) {
        return answer(desk.submit(reference, actor));
    }

    @PostMapping("/{reference}/cancel")
    @Allowed({Role.CLIENT, Role.COMPLIANCE})
    ResponseEntity<Request> cancel(@PathVariable String reference, Actor actor) {
        return answer(desk.cancel(reference, actor));
    }

    @PostMapping("/{reference}/accept")
    @Allowed(Role.COMPLIANCE)
    ResponseEntity<Request> accept(@PathVariable String reference, Actor actor) {
        return answer(desk.accept(reference, actor));
    }

    @PostMapping("/{reference}/return")
    @Allowed(Role.COMPLIANCE)
    ResponseEntity<Request> giveBack(@PathVariable String reference, @RequestBody Because because, Actor actor) {
        return answer(desk.giveBack(reference, Reason.of(because.reason()), actor));
    }

    @PostMapping("/{reference}/reject")
    @Allowed(Role.COMPLIANCE)
    ResponseEntity<Request> reject(@PathVariable String reference, @RequestBody Because because, Actor actor) {
        return answer(desk.reject(reference, Reason.of(because.reason()), actor));
    }

    @GetMapping("/{reference}/assets")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<AssetsApi.AssetJson> assets(
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Actor actor) {
        return Page.of(
                register.page(desk.request(reference, actor).id(), after, Page.limit(limit)), AssetsApi.AssetJson::of);
    }

    @GetMapping(path = "/{reference}/labels", produces = MediaType.APPLICATION_PDF_VALUE)
    @Allowed(Role.WAREHOUSE)
    byte[] labels(
            @PathVariable String reference,
            @RequestParam(defaultValue = "SHEET_A4_24") LabelMedia media,
            @RequestParam(defaultValue = "1") int start,
            @RequestParam(defaultValue = "300") int dpi,
            @RequestParam(defaultValue = "pdf") String format,
            @RequestParam(required = false) @Nullable String tag,
            Actor actor) {
        if (!"pdf".equals(format)) {
            throw Invalid.field("format", "UNKNOWN_WORD", format, "pdf");
        }
        RequestView request = desk.request(reference, actor);
        return press.print(
                request.id(), reference, Given.ifGiven(tag, one -> Given.tag("tag", one)), media, start, dpi, actor);
    }

    @PostMapping("/{reference}/validate-sanitization")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    ResponseEntity<Request> validateSanitization(@PathVariable String reference, Actor actor) {
        review.validate(desk.request(reference, actor).id(), actor);
        return answer(desk.request(reference, actor));
    }

    private static ResponseEntity<Request> answer(RequestView view) {
        return ResponseEntity.ok().eTag(Long.toString(view.version())).body(Request.of(view));
    }

    record Because(@Nullable String reason) {}

    record ContactJson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    record Window(@Nullable LocalDate from, @Nullable LocalDate to) {
        Period period(String path) {
            return new Period(Given.required(path + "/from", from), Given.required(path + "/to", to));
        }
    }

    record NewRequest(
            @Nullable UUID organisation,
            @Nullable UUID site,
            @Nullable ContactJson contact,
            @Nullable Window window,
            @Nullable DataInstruction data,
            @Nullable String note,
            @Nullable List<LineJson> lines,
            @Nullable Boolean submit) {

        WriteRequest command(Actor actor) {
            return new WriteRequest(
                    Given.ifGiven(organisation, OrganisationId::new),
                    Given.ifGiven(site, SiteId::new),
                    contact == null
                            ? new Contact("", "", "")
                            : new Contact(
                                    Given.text(contact.name()),
                                    Given.text(contact.email()),
                                    Given.text(contact.phone())),
                    Given.ifGiven(window, w -> w.period("window")),
                    data,
                    Given.text(note),
                    Given.list(lines).stream().map(LineJson::line).toList());
        }
    }

    record Request(
            String reference,
            RequestStatus status,
            UUID organisation,
            @Nullable UUID site,
            Contact contact,
            @Nullable Period window,
            @Nullable DataInstruction data,
            String note,
            List<LineJson> lines,
            int units,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant submittedAt,
            @Nullable Instant decidedAt) {

        static Request of(RequestView view) {
            return new Request(
                    view.reference(),
                    view.status(),
                    view.organisation().value(),
                    Given.ifGiven(view.site(), SiteId::value),
                    view.contact(),
                    view.window(),
                    view.data(),
                    view.note(),
                    view.lines().stream().map(LineJson::of).toList(),
                    view.units(),
                    view.reason(),
                    view.createdAt(),
                    view.submittedAt(),
                    view.decidedAt());
        }
    }

    record RequestRowJson(
            String reference,
            RequestStatus status,
            UUID organisation,
            String organisationName,
            String site,
            int units,
            Instant createdAt,
            @Nullable Instant submittedAt) {

        static RequestRowJson of(RequestRow row) {
            return new RequestRowJson(
                    row.reference(),
                    row.status(),
                    row.organisation().value(),
                    row.organisationName(),
                    row.siteName(),
                    row.units(),
                    row.createdAt(),
                    row.submittedAt());
        }
    }

    record Preview(String format, List<ListPreview.Heading> columns, ListPreview.Counts counts, List<PreviewRow> rows) {

        static Preview of(ListPreview preview, RefusalSentences sentences) {
            return new Preview(
                    preview.format(),
                    preview.columns(),
                    preview.counts(),
                    preview.rows().stream()
                            .map(row -> PreviewRow.of(row, sentences))
                            .toList());
        }
    }

    record PreviewRow(
            int row,
            ListPreview.Standing standing,
            @Nullable LineJson line,
            List<PreviewProblem> problems) {

        static PreviewRow of(ListPreview.Row row, RefusalSentences sentences) {
            RequestLine line = row.line();
            return new PreviewRow(
                    row.row(),
                    row.standing(),
                    line == null ? null : LineJson.of(line),
                    row.problems().stream()
                            .map(p -> new PreviewProblem(
                                    p.column(),
                                    p.code(),
                                    p.value(),
                                    sentences.of(new Problem(p.column(), p.code(), p.value()))))
                            .toList());
        }
    }

    record PreviewProblem(String column, String code, String value, String message) {}
}

package eu.boucle.web.discrepancy;

import eu.boucle.asset.AssetRegister;
import eu.boucle.certificate.CertificateState;
import eu.boucle.certificate.CertificateType;
import eu.boucle.certificate.CertificateVault;
import eu.boucle.certificate.CertificateView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyId;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.custody.GapByHand;
import eu.boucle.custody.KeptPhoto;
import eu.boucle.custody.NewPhoto;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.web.GapsByHand;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The gaps, open ones first; anybody of the host may open one, the officer ends each with an outcome and a reason. */
@Controller
@Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
class DiscrepancyPages {

    private static final int ROWS = 50;

    private final Discrepancies discrepancies;
    private final AssetRegister assets;
    private final RequestDesk requests;
    private final RunDesk runs;
    private final Organisations organisations;
    private final Accounts accounts;
    private final GapsByHand byHand;
    private final CertificateVault vault;

    DiscrepancyPages(
            Discrepancies discrepancies,
            AssetRegister assets,
            RequestDesk requests,
            RunDesk runs,
            Organisations organisations,
            Accounts accounts,
            GapsByHand byHand,
            CertificateVault vault) {
        this.discrepancies = discrepancies;
        this.assets = assets;
        this.requests = requests;
        this.runs = runs;
        this.organisations = organisations;
        this.accounts = accounts;
        this.byHand = byHand;
        this.vault = vault;
    }

    @GetMapping("/discrepancies")
    @Allowed(Role.COMPLIANCE)
    String list(@RequestParam(required = false) @Nullable String after, Actor actor, Model model) {
        model.addAttribute("slice", discrepancies.page(after, ROWS, actor));
        return "discrepancy/list";
    }

    @GetMapping("/discrepancies/{id}")
    String show(@PathVariable UUID id, Actor actor, Model model) {
        DiscrepancyView gap = discrepancies.discrepancy(new DiscrepancyId(id));
        model.addAttribute("gap", gap);
        model.addAttribute("asset", gap.asset() == null ? null : assets.asset(gap.asset()));
        model.addAttribute("request", gap.request() == null ? null : requests.request(gap.request()));
        model.addAttribute("run", gap.run() == null ? null : runs.run(gap.run()));
        model.addAttribute(
                "organisation",
                organisations
                        .organisation(new OrganisationId(gap.organisation()))
                        .name());
        model.addAttribute("outcomes", outcomes(gap));
        model.addAttribute("officer", actor.is(Role.COMPLIANCE));
        model.addAttribute("openedByName", name(gap.openedBy()));
        model.addAttribute("resolvedByName", name(gap.resolvedBy()));
        model.addAttribute(
                "photos", IntStream.rangeClosed(1, gap.photos()).boxed().toList());
        model.addAttribute("inForce", inForce(gap));
        return "discrepancy/discrepancy";
    }

    private String name(@Nullable UUID person) {
        return person == null ? "" : accounts.names(Set.of(person)).getOrDefault(person, "");
    }

    /** The request was closed: what is in force may have to give way once this is settled. */
    private List<CertificateView> inForce(DiscrepancyView gap) {
        RequestId request = gap.request();
        if (request == null || requests.request(request).status() != RequestStatus.CLOSED) {
            return List.of();
        }
        return vault.ofRequest(request).stream()
                .filter(certificate -> certificate.state() == CertificateState.ISSUED)
                .filter(certificate -> certificate.type() == CertificateType.WEEE_TREATMENT
                        || certificate.type() == CertificateType.ROHS_STATEMENT)
                .toList();
    }

    @GetMapping("/discrepancies/new")
    String blank(
            @RequestParam(defaultValue = "") String tag, @RequestParam(defaultValue = "") String run, Model model) {
        model.addAttribute("kinds", GapByHand.values());
        model.addAttribute("tag", tag);
        model.addAttribute("run", run);
        return "discrepancy/new";
    }

    @PostMapping("/discrepancies")
    String open(
            @RequestParam Map<String, String> given,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        GapByHand kind = Arrays.stream(GapByHand.values())
                .filter(one -> one.name().equals(given.get("kind")))
                .findFirst()
                .orElseThrow(() -> Invalid.field("kind", "GAP_KIND_MISSING", given.get("kind")));
        DiscrepancyView opened = byHand.open(
                kind,
                given.getOrDefault("tag", ""),
                given.getOrDefault("request", ""),
                given.getOrDefault("run", ""),
                given.getOrDefault("detail", ""),
                photos(photo),
                actor);
        Notice.done("discrepancy.opened").on(redirect);
        return "redirect:/discrepancies/" + opened.id().value();
    }

    private static List<NewPhoto> photos(@Nullable List<MultipartFile> files) throws IOException {
        List<NewPhoto> photos = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                String name = file.getOriginalFilename();
                photos.add(new NewPhoto(name == null ? "photo" : name, file.getBytes()));
            }
        }
        return photos;
    }

    @PostMapping("/discrepancies/{id}/photos")
    String addPhotos(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        List<NewPhoto> photos = photos(photo);
        if (photos.isEmpty()) {
            throw Invalid.field("photo", "PHOTO_MISSING", "");
        }
        discrepancies.addPhotos(new DiscrepancyId(id), photos, actor);
        Notice.done("discrepancy.photosAdded", photos.size()).on(redirect);
        return "redirect:/discrepancies/" + id;
    }

    /** Its type is the one its bytes show, never what the sender said. */
    @GetMapping("/discrepancies/{id}/photos/{number}")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @PathVariable int number, Actor actor) {
        KeptPhoto photo = discrepancies.photo(new DiscrepancyId(id), number, actor);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.picture().mediaType()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(photo.bytes());
    }

    /** What is no thing cannot be found again or given back. */
    private static List<DiscrepancyOutcome> outcomes(DiscrepancyView gap) {
        if (gap.asset() == null && gap.medium() == null) {
            return List.of(DiscrepancyOutcome.MISDECLARED, DiscrepancyOutcome.ACCEPTED);
        }
        boolean foundTooLate = gap.kind().equals("MEDIUM_FOUND");
        return Arrays.stream(DiscrepancyOutcome.values())
                .filter(outcome -> outcome != (foundTooLate ? DiscrepancyOutcome.FOUND : DiscrepancyOutcome.ENTRUSTED))
                .toList();
    }

    @PostMapping("/discrepancies/{id}/resolve")
    @Allowed(Role.COMPLIANCE)
    String resolve(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable List<MultipartFile> photo,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        DiscrepancyOutcome chosen = Arrays.stream(DiscrepancyOutcome.values())
                .filter(one -> one.name().equals(outcome))
                .findFirst()
                .orElseThrow(() -> Invalid.field("outcome", "GAP_OUTCOME_MISSING", outcome));
        discrepancies.resolve(new DiscrepancyId(id), chosen, Reason.of(reason), photos(photo), actor);
        Notice.done("discrepancy.resolved").on(redirect);
        return "redirect:/discrepancies";
    }
}

package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.document.Numbers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Organisations;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Siret;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans runs: whose equipment, with whom, when; and what must be in order before a lorry is asked for. */
@Component
class RunPlanning {

    /** ADR special provisions 636 and 670: lithium batteries in one transport unit. */
    static final BigDecimal LITHIUM_LIMIT_KG = new BigDecimal("333");

    private static final int TAGS_NAMED = 12;

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final PartnerSites sites;
    private final RequestDesk requests;
    private final AssetRegister assets;
    private final Organisations organisations;
    private final Numbers numbers;

    RunPlanning(
            RunCabinet cabinet,
            RunRows rows,
            PartnerSites sites,
            RequestDesk requests,
            AssetRegister assets,
            Organisations organisations,
            Numbers numbers) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.sites = sites;
        this.requests = requests;
        this.assets = assets;
        this.organisations = organisations;
        this.numbers = numbers;
    }

    RunView plan(PlanRun command, Actor by) {
        PartnerSite site = checked(command);
        RunId id = RunId.next();
        Load load = load(command, id, by);
        Acceptance.require(site, load.wastes());
        Instant now = cabinet.now();
        UUID issuer = organisations
                .host()
                .map(host -> host.id().value())
                .orElse(site.partner().value());
        String reference = numbers.nextReference(issuer, "PU", cabinet.today().getYear());
        Run run = new Run(id, reference, command, site, load.assets().size(), by, now);
        cabinet.keep(run);
        rows.replaceRequests(id, load.requests());
        assets.assignToRun(id, load.ids(), by, now);
        cabinet.tell(run.planned(by, now));
        return cabinet.view(run);
    }

    /** What is no longer named is released; naming nothing keeps what was there. */
    RunView replan(Run run, PlanRun command, Actor by) {
        run.requireReplannable();
        PartnerSite site = checked(command);
        RunId id = run.runId();
        List<AssetView> before = assets.onRun(id);
        boolean same = command.requests().isEmpty() && command.assets().isEmpty() && !before.isEmpty();
        Load load = same ? new Load(before, rows.requests(id)) : load(command, id, by);
        Acceptance.require(site, load.wastes());
        Instant now = cabinet.now();
        Set<AssetId> wanted = new LinkedHashSet<>(load.ids());
        List<AssetId> released = before.stream()
                .map(AssetView::id)
                .filter(asset -> !wanted.contains(asset))
                .toList();
        Set<AssetId> kept = before.stream().map(AssetView::id).collect(Collectors.toSet());
        wanted.removeAll(kept);
        if (!released.isEmpty()) {
            assets.releaseFromRun(id, released, by, now);
        }
        if (!wanted.isEmpty()) {
            assets.assignToRun(id, wanted, by, now);
        }
        RunReplanned replanned = run.replan(command, site, load.assets().size(), by, now);
        cabinet.keep(run);
        rows.replaceRequests(id, load.requests());
        cabinet.tell(replanned);
        return cabinet.view(run);
    }

    private PartnerSite checked(PlanRun command) {
        List<Problem> problems = new ArrayList<>();
        PartnerSite site = sites.site(command.partnerSite())
                .filter(known -> !known.archived())
                .orElseThrow(() -> Invalid.field(
                        "partnerSite",
                        "PARTNER_SITE_UNKNOWN",
                        command.partnerSite().value().toString()));
        LocalDate last = command.window().to();
        if (last.isBefore(cabinet.today())) {
            problems.add(new Problem("window/to", "RUN_WINDOW_PAST", last.toString()));
        }
        if (site.permitUntil().isBefore(last)) {
            problems.add(new Problem(
                    "partnerSite", "PERMIT_EXPIRED", site.name(), List.of(site.permit(), site.permitUntil(), last)));
        }
        receipt(site, command, last, problems);
        BigDecimal lithium = command.lithiumKg();
        if (lithium != null && lithium.signum() < 0) {
            problems.add(new Problem("lithiumKg", "WEIGHT_NEGATIVE", lithium.toPlainString()));
        } else if (lithium != null && lithium.compareTo(LITHIUM_LIMIT_KG) > 0) {
            problems.add(
                    new Problem("lithiumKg", "LITHIUM_TOO_HEAVY", lithium.toPlainString(), List.of(LITHIUM_LIMIT_KG)));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return site;
    }

    private static void receipt(PartnerSite site, PlanRun command, LocalDate last, List<Problem> problems) {
        PlanRun.Carrier carrier = command.carrier();
        if (carrier != null) {
            if (carrier.name().isBlank() || carrier.name().length() > 120) {
                problems.add(new Problem("carrier/name", "CARRIER_NAME_MISSING", carrier.name()));
            }
            try {
                new Siret(carrier.siret());
            } catch (Invalid e) {
                problems.add(new Problem("carrier/siret", "SIRET_WRONG", carrier.siret()));
            }
        }
        Receipts.problem(site, carrier, last).ifPresent(problems::add);
    }

    /** What goes on the run, and whose it is. */
    private record Load(List<AssetView> assets, List<RunView.RunRequest> requests) {
        List<AssetId> ids() {
            return assets.stream().map(AssetView::id).toList();
        }

        List<Acceptance.Waste> wastes() {
            return assets.stream()
                    .map(asset -> new Acceptance.Waste(asset.tag().value(), Objects.toString(asset.wasteCode(), "")))
                    .toList();
        }
    }

    private Load load(PlanRun command, RunId run, Actor by) {
        Map<RequestId, RunView.RunRequest> named = new LinkedHashMap<>();
        List<AssetView> chosen = new ArrayList<>();
        for (AssetTag tag : new LinkedHashSet<>(command.assets())) {
            chosen.add(assets.asset(tag, by));
        }
        Set<RequestId> inPart = chosen.stream().map(AssetView::request).collect(Collectors.toSet());
        for (String reference : new LinkedHashSet<>(command.requests())) {
            RequestView request = requests.request(reference, by);
            named.put(request.id(), runRequest(request));
            if (!inPart.contains(request.id())) {
                assets.lot(request.id()).stream()
                        .filter(asset -> loadable(asset, run))
                        .forEach(chosen::add);
            }
        }
        List<String> refused = chosen.stream()
                .filter(asset -> !loadable(asset, run))
                .map(asset -> asset.tag().value())
                .toList();
        if (!refused.isEmpty()) {
            throw new StateForbids(
                    "NOT_LOADABLE",
                    refused.stream().limit(TAGS_NAMED).collect(Collectors.joining(", ")),
                    refused.size());
        }
        if (chosen.isEmpty()) {
            throw Invalid.field("requests", "NOTHING_TO_LOAD", String.join(", ", command.requests()));
        }
        Map<RequestId, RunView.RunRequest> taken = new LinkedHashMap<>();
        for (AssetView asset : chosen) {
            taken.computeIfAbsent(asset.request(), id -> {
                RunView.RunRequest known = named.get(id);
                return known == null ? runRequest(requests.request(id)) : known;
            });
        }
        return new Load(chosen, List.copyOf(taken.values()));
    }

    private static boolean loadable(AssetView asset, RunId run) {
        return (asset.state() == AssetState.TAGGED || asset.state() == AssetState.REFUSED)
                && asset.clearance() != Clearance.NONE
                && !asset.classificationOpen()
                && (asset.run() == null || asset.run().equals(run));
    }

    private static RunView.RunRequest runRequest(RequestView request) {
        return new RunView.RunRequest(
                request.id(), request.reference(), request.organisation().value());
    }
}

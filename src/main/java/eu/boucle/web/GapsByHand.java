package eu.boucle.web;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.custody.GapByHand;
import eu.boucle.custody.NewPhoto;
import eu.boucle.custody.OpenDiscrepancy;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads by their readable names what a discrepancy opened by hand is about; page and call share it. */
@Component
public class GapsByHand {

    private final Discrepancies discrepancies;
    private final AssetRegister assets;
    private final RequestDesk requests;
    private final RunDesk runs;
    private final Organisations organisations;

    GapsByHand(
            Discrepancies discrepancies,
            AssetRegister assets,
            RequestDesk requests,
            RunDesk runs,
            Organisations organisations) {
        this.discrepancies = discrepancies;
        this.assets = assets;
        this.requests = requests;
        this.runs = runs;
        this.organisations = organisations;
    }

    /** An item says its request and its run itself; what names nothing belongs to the host. */
    public DiscrepancyView open(
            GapByHand kind, String tag, String request, String run, String detail, List<NewPhoto> photos, Actor by) {
        if (detail.isBlank()) {
            throw Invalid.field("detail", "GAP_DETAIL_MISSING", "");
        }
        RunView about = run.isBlank() ? null : named("run", run, () -> runs.run(run.strip(), by));
        if (!tag.isBlank()) {
            AssetView asset =
                    named("tag", tag, () -> assets.asset(AssetTag.parse(tag).orElseThrow(NotFound::new), by));
            return discrepancies.openByHand(
                    new OpenDiscrepancy(
                            kind.name(),
                            asset.organisation(),
                            asset.request(),
                            about == null ? asset.run() : about.id(),
                            asset.id(),
                            null,
                            asset.tag() + ": " + detail.strip()),
                    photos,
                    by);
        }
        RequestView of =
                request.isBlank() ? null : named("request", request, () -> requests.request(request.strip(), by));
        UUID organisation = of != null
                ? of.organisation().value()
                : about != null
                        ? about.partnerSite().partner().value()
                        : organisations
                                .host()
                                .map(OrganisationView::id)
                                .orElseThrow(NotFound::new)
                                .value();
        return discrepancies.openByHand(
                new OpenDiscrepancy(
                        kind.name(),
                        organisation,
                        of == null ? null : of.id(),
                        about == null ? null : about.id(),
                        null,
                        null,
                        detail.strip()),
                photos,
                by);
    }

    private static <T> T named(String field, String given, java.util.function.Supplier<T> search) {
        try {
            return search.get();
        } catch (NotFound nobodyKnows) {
            throw Invalid.field(field, "GAP_SUBJECT_UNKNOWN", given.strip());
        }
    }
}

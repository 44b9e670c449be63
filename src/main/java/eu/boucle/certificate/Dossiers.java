package eu.boucle.certificate;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.SiteView;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.Coverage;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.EvidenceView;
import eu.boucle.sanitization.SanitizationReview;
import eu.boucle.shared.RequestId;
import eu.boucle.treatment.TreatmentDesk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads dossiers from the rooms below. */
@Component
class Dossiers {

    private final RequestDesk requests;
    private final Organisations organisations;
    private final Accounts accounts;
    private final AssetRegister assets;
    private final DossierTables tables;
    private final RunDesk runs;
    private final TreatmentDesk treatment;
    private final EvidenceDesk evidence;
    private final SanitizationReview review;
    private final Discrepancies discrepancies;
    private final AssetQuestions questions;
    private final DossierPapers papers;

    Dossiers(
            RequestDesk requests,
            Organisations organisations,
            Accounts accounts,
            AssetRegister assets,
            DossierTables tables,
            RunDesk runs,
            TreatmentDesk treatment,
            EvidenceDesk evidence,
            SanitizationReview review,
            Discrepancies discrepancies,
            AssetQuestions questions,
            DossierPapers papers) {
        this.requests = requests;
        this.organisations = organisations;
        this.accounts = accounts;
        this.assets = assets;
        this.tables = tables;
        this.runs = runs;
        this.treatment = treatment;
        this.evidence = evidence;
        this.review = review;
        this.discrepancies = discrepancies;
        this.questions = questions;
        this.papers = papers;
    }

    /** The dossier of a request; nothing while the installation has no host, who would be the issuer. */
    Optional<Dossier> of(RequestId id) {
        Optional<OrganisationView> host = organisations.host();
        if (host.isEmpty()) {
            return Optional.empty();
        }
        RequestView request = requests.request(id);
        List<RunView> itsRuns = runs.ofRequest(id);
        List<EvidenceView> itsEvidence = evidence.evidenceOf(id);
        Coverage coverage = review.coverage(id);
        OrganisationView client = organisations.organisation(request.organisation());
        LocalDate takeOver = tables.takeOver(itsRuns);
        List<AssetView> lot = assets.lot(id);
        return Optional.of(new Dossier(
                request,
                client,
                host.get(),
                site(request),
                lot,
                itsRuns,
                papers.corrections(itsRuns),
                treatment.ofRequest(id),
                itsEvidence,
                coverage,
                gaps(id, itsRuns),
                questions.blocking(id),
                accounts.names(people(itsRuns, itsEvidence, coverage)),
                tables.types(),
                tables.wasteLabels(client.language(), takeOver),
                papers.supports(itsRuns, itsEvidence),
                standards(lot, itsEvidence),
                tables.policies(itsEvidence),
                tables.annexSeven(takeOver)));
    }

    /** By medium and technique, for media that were worked on. */
    private Map<MediumId, Map<String, String>> standards(List<AssetView> lot, List<EvidenceView> itsEvidence) {
        Map<MediumId, Instant> worked = new HashMap<>();
        itsEvidence.forEach(e -> worked.put(e.medium(), e.endedAt() == null ? e.recordedAt() : e.endedAt()));
        Map<MediumId, Map<String, String>> standards = new HashMap<>();
        lot.stream()
                .flatMap(asset -> asset.media().stream())
                .filter(medium -> medium.status() == MediumStatus.ERASED)
                .forEach(medium -> {
                    Map<String, String> ofMedium = new HashMap<>();
                    evidence.techniquesFor(medium, worked.getOrDefault(medium.id(), tables.now()))
                            .forEach(technique -> ofMedium.put(technique.technique(), technique.standard()));
                    standards.put(medium.id(), ofMedium);
                });
        return standards;
    }

    private @org.jspecify.annotations.Nullable SiteView site(RequestView request) {
        return request.site() == null ? null : organisations.site(request.site(), Actor.system(request.organisation()));
    }

    /** Its own, and those of a whole run, such as its weight, which are gaps of each request on it. */
    private List<DiscrepancyView> gaps(RequestId id, List<RunView> itsRuns) {
        List<DiscrepancyView> gaps = new ArrayList<>(discrepancies.ofRequest(id));
        itsRuns.forEach(run -> discrepancies.ofRun(run.id()).stream()
                .filter(gap -> gap.request() == null)
                .forEach(gaps::add));
        return gaps;
    }

    private static Set<UUID> people(List<RunView> runs, List<EvidenceView> evidence, Coverage coverage) {
        Set<UUID> people = new HashSet<>(coverage.performers());
        if (coverage.validator() != null) {
            people.add(coverage.validator());
        }
        evidence.forEach(e -> {
            if (e.performer() != null) {
                people.add(e.performer());
            }
            if (e.validator() != null) {
                people.add(e.validator());
            }
        });
        runs.forEach(run -> {
            if (run.handedOverBy() != null) {
                people.add(run.handedOverBy());
            }
        });
        return people;
    }
}

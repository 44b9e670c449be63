package eu.boucle.certificate;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.decommissioning.QuestionView;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.SiteView;
import eu.boucle.pickup.HandoverCorrection;
import eu.boucle.pickup.RunView;
import eu.boucle.pickup.RunView.ManifestLine;
import eu.boucle.sanitization.Coverage;
import eu.boucle.sanitization.EvidenceView;
import eu.boucle.shared.RunId;
import eu.boucle.treatment.TreatmentView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of a request when a certificate is asked for, read once. Certificates are drawn from it without
 * another look at the tables, so that what is checked is what is printed.
 */
record Dossier(
        RequestView request,
        OrganisationView client,
        OrganisationView host,
        @Nullable SiteView site,
        List<AssetView> assets,
        List<RunView> runs,
        Map<RunId, List<HandoverCorrection>> corrections,
        List<TreatmentView> reports,
        List<EvidenceView> evidence,
        Coverage coverage,
        List<DiscrepancyView> discrepancies,
        List<QuestionView> blockingQuestions,
        Map<UUID, String> names,
        Map<String, EquipmentType> types,
        Map<String, String> wasteLabels,
        List<Support> supports,
        Map<MediumId, Map<String, String>> standards,
        Map<UUID, Integer> policies,
        AnnexSeven annexSeven) {

    /** A document that a certificate rests on. */
    record Support(String kind, String name, java.time.Instant at, String sha256) {}

    List<MediumView> media() {
        return assets.stream().flatMap(asset -> asset.media().stream()).toList();
    }

    /** The runs that really left with something of the request. */
    List<RunView> departed() {
        return runs.stream().filter(run -> run.handedOverAt() != null).toList();
    }

    List<ManifestLine> lines(RunView run) {
        return run.manifest().stream()
                .filter(line -> line.request().equals(request.id()))
                .sorted(Comparator.comparing(line -> line.tag().value()))
                .toList();
    }

    Stream<ManifestLine> lines() {
        return departed().stream().flatMap(run -> lines(run).stream());
    }

    Optional<TreatmentView> report(RunId run) {
        return reports.stream().filter(report -> report.run().equals(run)).findFirst();
    }

    /** The counter-signed notes beside the handover of a run. */
    List<HandoverCorrection> corrections(RunView run) {
        return corrections.getOrDefault(run.id(), List.of());
    }

    List<EvidenceView> evidence(MediumId medium) {
        return evidence.stream().filter(e -> e.medium().equals(medium)).toList();
    }

    Optional<AssetView> asset(AssetId id) {
        return assets.stream().filter(asset -> asset.id().equals(id)).findFirst();
    }

    /** The editions of the table of techniques that evidence was held against, as a paper names them. */
    String policy(Stream<EvidenceView> held) {
        return held.map(e -> policies.get(e.id()))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    /** The standard that a technique follows on a medium; empty where the table maps it to none. */
    String standard(MediumId medium, String technique) {
        return standards.getOrDefault(medium, Map.of()).getOrDefault(technique, "");
    }

    String name(@Nullable UUID person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }

    String type(String key, Wording wording) {
        EquipmentType type = types.get(key);
        if (type == null) {
            return key;
        }
        return "fr".equals(wording.locale().getLanguage()) ? type.labelFr() : type.labelEn();
    }
}

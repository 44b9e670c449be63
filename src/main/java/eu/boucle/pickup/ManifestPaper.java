package eu.boucle.pickup;

import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.document.IssuePaper;
import eu.boucle.document.PaperContent;
import eu.boucle.document.PaperContent.Column;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Draws the manifest: the whole run as it was frozen, for staff, partner and driver. It names no client. */
@Component
class ManifestPaper {

    private static final String TYPE = "MANIFEST";

    private final Papers papers;
    private final Organisations organisations;
    private final ReferenceTables references;
    private final MessageSource messages;
    private final ObjectMapper json;
    private final ZoneId zone;

    ManifestPaper(
            Papers papers,
            Organisations organisations,
            ReferenceTables references,
            MessageSource messages,
            ObjectMapper json,
            @Value("${boucle.zone}") ZoneId zone) {
        this.papers = papers;
        this.organisations = organisations;
        this.references = references;
        this.messages = messages;
        this.json = json;
        this.zone = zone;
    }

    PaperView issue(RunView run) {
        Optional<PaperView> issued = papers.latest(TYPE, run.id().value());
        if (issued.isPresent()) {
            return issued.get();
        }
        Instant closed = run.closedAt();
        if (closed == null) {
            throw new StateForbids("RUN_NOT_CLOSED", run.reference(), run.status());
        }
        Optional<OrganisationView> host = organisations.host();
        Locale language = host.map(view -> view.language().locale()).orElse(Locale.FRENCH);
        return papers.issue(new IssuePaper(
                TYPE,
                run.partnerSite().partner().value(),
                run.id().value(),
                content(run, closed, host, language),
                snapshot(run),
                closed));
    }

    private PaperContent content(RunView run, Instant closed, Optional<OrganisationView> host, Locale language) {
        return new PaperContent(
                say(language, "manifest.title"),
                run.reference(),
                1,
                say(language, "manifest.state"),
                "",
                host.map(view -> List.of(view.name(), view.address().oneLine())).orElse(List.of()),
                facts(run, closed, language),
                List.of(say(language, "manifest.claim", run.manifest().size())),
                List.of(byCode(run, language), items(run, language)),
                null,
                language);
    }

    private List<Fact> facts(RunView run, Instant closed, Locale language) {
        String sha256 = run.manifestSha256() == null ? "" : run.manifestSha256();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact(say(language, "manifest.run"), run.reference()),
                new Fact(
                        say(language, "manifest.destination"),
                        run.partnerSite().name() + ", "
                                + run.partnerSite().address().oneLine()),
                new Fact(
                        say(language, "manifest.siret"),
                        run.partnerSite().siret().value()),
                new Fact(say(language, "manifest.permit"), run.partnerSite().permit()),
                new Fact(say(language, "manifest.carrier"), carrier(run, language)),
                new Fact(
                        say(language, "manifest.closedAt"),
                        DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", language)
                                .withZone(zone)
                                .format(closed)),
                new Fact(
                        say(language, "manifest.count"),
                        Integer.toString(run.manifest().size())),
                new Fact(say(language, "manifest.weight"), kilograms(total(run.manifest()), language)),
                new Fact(say(language, "manifest.hash"), sha256)));
        if (run.lithiumKg() != null) {
            facts.add(new Fact(say(language, "manifest.lithium"), kilograms(run.lithiumKg(), language)));
        }
        return facts;
    }

    private String carrier(RunView run, Locale language) {
        PlanRun.Carrier carrier = run.carrier();
        if (carrier == null) {
            String papersOf = run.partnerSite().exemption().isBlank()
                    ? run.partnerSite().receipt()
                    : run.partnerSite().exemption();
            return say(language, "manifest.ownLorry", run.partnerSite().name(), papersOf);
        }
        return carrier.name() + ", " + (carrier.exemption().isBlank() ? carrier.receipt() : carrier.exemption());
    }

    private Section byCode(RunView run, Locale language) {
        Map<String, List<RunView.ManifestLine>> byCode = new LinkedHashMap<>();
        run.manifest().stream()
                .sorted(java.util.Comparator.comparing(RunView.ManifestLine::wasteCode))
                .forEach(line -> byCode.computeIfAbsent(line.wasteCode(), code -> new ArrayList<>())
                        .add(line));
        return new Section(
                say(language, "manifest.byCode"),
                List.of(),
                List.of(
                        new Column(say(language, "manifest.wasteCode"), 2, ColumnKind.CODE),
                        new Column(say(language, "manifest.dangerous"), 2, ColumnKind.TEXT),
                        new Column(say(language, "manifest.count"), 1, ColumnKind.NUMBER),
                        new Column(say(language, "manifest.weight"), 2, ColumnKind.NUMBER)),
                byCode.entrySet().stream()
                        .map(entry -> List.of(
                                entry.getKey(),
                                say(language, entry.getValue().getFirst().dangerous() ? "manifest.yes" : "manifest.no"),
                                Integer.toString(entry.getValue().size()),
                                kilograms(total(entry.getValue()), language)))
                        .toList());
    }

    private Section items(RunView run, Locale language) {
        return new Section(
                say(language, "manifest.items"),
                List.of(),
                List.of(
                        new Column(say(language, "manifest.tag"), 1.2f, ColumnKind.CODE),
                        new Column(say(language, "manifest.item"), 3.4f, ColumnKind.TEXT),
                        new Column(say(language, "manifest.serial"), 2.2f, ColumnKind.CODE),
                        new Column(say(language, "manifest.wasteCode"), 1.4f, ColumnKind.CODE),
                        new Column(say(language, "manifest.data"), 1.8f, ColumnKind.TEXT)),
                run.manifest().stream()
                        .map(line -> List.of(
                                line.tag().value(),
                                label(line.type(), language) + ", " + line.manufacturer() + " " + line.model(),
                                line.serial(),
                                line.wasteCode(),
                                say(language, "manifest." + line.clearance())))
                        .toList());
    }

    private String label(String type, Locale language) {
        return references
                .equipmentType(type)
                .map(found -> language(found, language))
                .orElse(type);
    }

    private static String language(EquipmentType type, Locale language) {
        return language.getLanguage().equals("fr") ? type.labelFr() : type.labelEn();
    }

    private static BigDecimal total(List<RunView.ManifestLine> lines) {
        return lines.stream().map(RunView.ManifestLine::estimatedKg).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String kilograms(BigDecimal kilograms, Locale language) {
        return String.format(language, "%,.1f kg", kilograms);
    }

    private String snapshot(RunView run) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reference", run.reference());
        data.put("manifestSha256", run.manifestSha256() == null ? "" : run.manifestSha256());
        data.put("partnerSite", run.partnerSite().name());
        data.put("siret", run.partnerSite().siret().value());
        data.put(
                "assets",
                run.manifest().stream()
                        .map(line -> Map.of(
                                "tag", line.tag().value(),
                                "serial", line.serial(),
                                "type", line.type(),
                                "manufacturer", line.manufacturer(),
                                "model", line.model(),
                                "wasteCode", line.wasteCode(),
                                "dangerous", line.dangerous(),
                                "clearance", line.clearance(),
                                "media", line.media(),
                                "estimatedKg", line.estimatedKg().toPlainString()))
                        .toList());
        return json.writeValueAsString(data);
    }

    private String say(Locale language, String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}

package eu.boucle.certificate;

import static eu.boucle.certificate.DraftParts.column;
import static eu.boucle.certificate.DraftParts.fact;
import static eu.boucle.certificate.DraftParts.row;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.sanitization.Coverage;
import eu.boucle.sanitization.EvidenceView;
import eu.boucle.shared.SerialNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The data sanitization certificate: the operations recorded on each medium, their result and the level reached under the
 * named policy. Never that data cannot be recovered, never more than Clear for an overwrite, nothing for a medium without
 * a decided result.
 */
final class DataCertificate {

    private static final Set<MediumKind> WITH_SPARE_AREAS =
            EnumSet.of(MediumKind.SSD, MediumKind.NVME, MediumKind.FLASH);

    private static final Pattern NORM_AND_CLASS = Pattern.compile("^(.+) ([A-Z]-\\d)(?: |$)");

    private static final Pattern PARTICLE = Pattern.compile("≤ ([0-9.]+) mm²");

    private DataCertificate() {}

    /** A covered medium with its host and the evidence that decided it. */
    record Covered(AssetView host, MediumView medium, EvidenceView evidence) {

        boolean destroyed() {
            return medium.status() == MediumStatus.DESTROYED;
        }

        /** Destroyed is Destroy; an overwrite is Clear whatever was noted. */
        @Nullable
        SanitizationLevel level() {
            if (destroyed()) {
                return SanitizationLevel.DESTROY;
            }
            return overwritten() ? SanitizationLevel.CLEAR : evidence.level();
        }

        boolean overwritten() {
            return evidence.technique().startsWith("OVERWRITE");
        }

        boolean spareAreasLeft() {
            return !destroyed() && overwritten() && WITH_SPARE_AREAS.contains(medium.kind());
        }
    }

    static Draft draft(Dossier dossier, Wording wording) {
        List<Covered> covered = covered(dossier);
        List<MediumView> exceptions = dossier.media().stream()
                .filter(m -> m.status() != MediumStatus.ERASED && m.status() != MediumStatus.DESTROYED)
                .toList();
        Map<String, Object> data = DraftParts.data(CertificateType.DATA_SANITIZATION, dossier, false, wording);
        data.put("policy", policy(dossier, covered));
        data.put("expected", covered.size() + exceptions.size());
        data.put("covered", covered.size());
        data.put("validator", dossier.name(dossier.coverage().validator()));
        data.put("media", covered.stream().map(c -> mediumData(dossier, c)).toList());
        data.put(
                "exceptions",
                exceptions.stream()
                        .map(m -> row(
                                "tag", m.tag().value(),
                                "serial", serial(m),
                                "status", m.status().name()))
                        .toList());
        List<Dossier.Support> supports = supports(dossier, covered);
        data.put("supports", DraftParts.supportData(supports));
        List<Section> sections = new ArrayList<>();
        sections.add(annexA(dossier, covered, wording));
        evidence(dossier, covered, wording, sections);
        spareAreas(covered, wording, sections);
        destroyed(dossier, covered, wording, sections);
        annexB(exceptions, wording, sections);
        DraftParts.supports(supports, wording, sections);
        return new Draft(
                CertificateType.DATA_SANITIZATION,
                dossier.request().id(),
                dossier.request().reference(),
                null,
                dossier.client().id().value(),
                dossier.client().name(),
                false,
                covered.size(),
                facts(dossier, covered, exceptions.size(), wording),
                claims(dossier, covered, !supports.isEmpty(), wording),
                sections,
                items(covered),
                data,
                wording);
    }

    /** What states law stands apart, under an approved template only. */
    private static List<String> claims(Dossier dossier, List<Covered> covered, boolean reports, Wording wording) {
        return Stream.of(claim(dossier, covered, reports, wording), wording.claim(Clause.DATA_CONTROLLER))
                .filter(claim -> !claim.isEmpty())
                .toList();
    }

    /** Original reports are spoken of only where some are kept. */
    private static String claim(Dossier dossier, List<Covered> covered, boolean reports, Wording wording) {
        String operations = wording.claim(Clause.DATA_CLAIM, policy(dossier, covered), levels(covered, wording));
        String kept = reports ? wording.claim(Clause.DATA_REPORTS) + " " : "";
        return operations + " " + kept + wording.claim(Clause.DATA_EXCEPTIONS);
    }

    private static String policy(Dossier dossier, List<Covered> covered) {
        return dossier.policy(covered.stream().map(Covered::evidence));
    }

    private static List<Covered> covered(Dossier dossier) {
        List<Covered> covered = new ArrayList<>();
        for (AssetView asset : dossier.assets()) {
            for (MediumView medium : asset.media()) {
                if (medium.status() == MediumStatus.ERASED || medium.status() == MediumStatus.DESTROYED) {
                    deciding(dossier, medium).ifPresent(e -> covered.add(new Covered(asset, medium, e)));
                }
            }
        }
        return covered;
    }

    /** The evidence behind the medium's state: the last that says the same, else the last of all. */
    private static java.util.Optional<EvidenceView> deciding(Dossier dossier, MediumView medium) {
        List<EvidenceView> all = dossier.evidence(medium.id());
        Comparator<EvidenceView> byTime = Comparator.comparing(EvidenceView::recordedAt);
        boolean destroyed = medium.status() == MediumStatus.DESTROYED;
        return all.stream()
                .filter(e -> destroyed
                        ? "DESTRUCTION".equals(e.kind()) || "DESTROYED".equals(e.result())
                        : "ERASED".equals(e.result()))
                .max(byTime)
                .or(() -> all.stream().max(byTime));
    }

    private static List<Fact> facts(Dossier dossier, List<Covered> covered, int exceptions, Wording wording) {
        List<Fact> facts = DraftParts.parties(dossier, wording);
        facts.add(fact(wording, "coverage", wording.say("data.coverage", covered.size(), covered.size() + exceptions)));
        facts.add(fact(wording, "asked", asked(dossier, wording)));
        String performers = covered.stream()
                .map(c -> dossier.name(c.evidence().performer()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        facts.add(fact(wording, "performers", performers.isEmpty() ? wording.say("data.noOperator") : performers));
        Coverage coverage = dossier.coverage();
        String validator = dossier.name(coverage.validator());
        if (coverage.validatedAt() != null) {
            validator = wording.say("data.validated", validator, wording.day(coverage.validatedAt()));
        }
        facts.add(fact(wording, "validator", validator));
        facts.add(fact(wording, "policy", wording.say("data.policy", policy(dossier, covered))));
        DraftParts.template(CertificateType.DATA_SANITIZATION, wording, facts);
        return facts;
    }

    /** The level asked, by whom: the client as controller. */
    private static String asked(Dossier dossier, Wording wording) {
        String levels = dossier.media().stream()
                .map(m -> m.instruction().level())
                .distinct()
                .sorted()
                .map(DataCertificate::levelName)
                .collect(Collectors.joining(", "));
        return wording.say("data.asked", levels, dossier.client().name());
    }

    private static String levels(List<Covered> covered, Wording wording) {
        Map<SanitizationLevel, Integer> counts = new EnumMap<>(SanitizationLevel.class);
        for (Covered c : covered) {
            SanitizationLevel level = c.level();
            if (level != null) {
                counts.merge(level, 1, Integer::sum);
            }
        }
        if (counts.size() == 1) {
            return levelName(counts.keySet().iterator().next());
        }
        return counts.entrySet().stream()
                .map(e -> wording.say("data.levelCount", levelName(e.getKey()), e.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static Section annexA(Dossier dossier, List<Covered> covered, Wording wording) {
        return new Section(
                wording.say("data.annexA"),
                List.of(wording.say(
                        "data.coverage", covered.size(), dossier.media().size())),
                List.of(
                        column(wording, "tag", 1.1f, ColumnKind.CODE),
                        column(wording, "hostSerial", 1.6f, ColumnKind.CODE),
                        column(wording, "mediumSerial", 1.8f, ColumnKind.CODE),
                        column(wording, "medium", 2.2f, ColumnKind.TEXT),
                        column(wording, "technique", 2f, ColumnKind.TEXT),
                        column(wording, "level", 0.9f, ColumnKind.TEXT)),
                covered.stream()
                        .map(c -> List.of(
                                c.medium().tag().value(),
                                hostSerial(c.host()),
                                serial(c.medium()),
                                described(c.medium(), wording),
                                technique(dossier, c, wording),
                                levelName(c.level())))
                        .toList());
    }

    private static void evidence(Dossier dossier, List<Covered> covered, Wording wording, List<Section> sections) {
        List<Covered> erased = covered.stream().filter(c -> !c.destroyed()).toList();
        if (erased.isEmpty()) {
            return;
        }
        sections.add(new Section(
                wording.say("data.operations"),
                List.of(),
                List.of(
                        column(wording, "mediumSerial", 1.8f, ColumnKind.CODE),
                        column(wording, "tool", 1.5f, ColumnKind.TEXT),
                        column(wording, "verification", 1.6f, ColumnKind.TEXT),
                        column(wording, "started", 1.5f, ColumnKind.TEXT),
                        column(wording, "ended", 1.5f, ColumnKind.TEXT),
                        column(wording, "result", 1f, ColumnKind.TEXT),
                        column(wording, "operator", 1.4f, ColumnKind.TEXT)),
                erased.stream()
                        .map(c -> List.of(
                                serial(c.medium()),
                                (c.evidence().tool() + " " + c.evidence().toolVersion()).strip(),
                                wording.known(
                                        "verification." + c.evidence().verification(),
                                        c.evidence().verification()),
                                wording.moment(c.evidence().startedAt()),
                                wording.moment(c.evidence().endedAt()),
                                wording.known(
                                        "result." + c.evidence().result(),
                                        c.evidence().result()),
                                dossier.name(c.evidence().performer())))
                        .toList()));
    }

    private static void spareAreas(List<Covered> covered, Wording wording, List<Section> sections) {
        List<List<String>> rows = covered.stream()
                .filter(Covered::spareAreasLeft)
                .map(c -> List.of(c.medium().tag().value(), serial(c.medium())))
                .toList();
        if (!rows.isEmpty()) {
            sections.add(new Section(
                    wording.say("data.spareAreas.heading"),
                    List.of(wording.claim(Clause.DATA_SPARE_AREAS)),
                    List.of(
                            column(wording, "tag", 1f, ColumnKind.CODE),
                            column(wording, "mediumSerial", 3f, ColumnKind.CODE)),
                    rows));
        }
    }

    private static void destroyed(Dossier dossier, List<Covered> covered, Wording wording, List<Section> sections) {
        List<Covered> gone = covered.stream().filter(Covered::destroyed).toList();
        if (gone.isEmpty()) {
            return;
        }
        sections.add(new Section(
                wording.say("data.destroyed"),
                List.of(),
                List.of(
                        column(wording, "mediumSerial", 1.8f, ColumnKind.CODE),
                        column(wording, "destruction", 2.8f, ColumnKind.TEXT),
                        column(wording, "proof", 1.6f, ColumnKind.TEXT),
                        column(wording, "machine", 1.5f, ColumnKind.TEXT),
                        column(wording, "operator", 1.4f, ColumnKind.TEXT),
                        column(wording, "secondPerson", 1.4f, ColumnKind.TEXT)),
                gone.stream().map(c -> destroyed(dossier, c, wording)).toList()));
    }

    private static List<String> destroyed(Dossier dossier, Covered c, Wording wording) {
        EvidenceView e = c.evidence();
        String day = wording.day(e.endedAt() == null ? e.recordedAt() : e.endedAt());
        Matcher measure = NORM_AND_CLASS.matcher(e.verification());
        String proof = e.detail().substring(e.detail().indexOf(" · ") + 1).replaceFirst("^· ", "");
        return List.of(
                serial(c.medium()),
                measure.find()
                        ? destruction(day, measure, e.verification(), wording)
                        : wording.say("data.destruction.plain", day, technique(dossier, c, wording)),
                proof,
                e.tool(),
                dossier.name(e.performer()),
                dossier.name(e.validator()));
    }

    /** The particle's size states a norm's figure: it is printed under an approved template only. */
    private static String destruction(String day, Matcher measure, String verification, Wording wording) {
        String said = wording.claim(Clause.DATA_DESTRUCTION, day, measure.group(1), measure.group(2));
        Matcher size = PARTICLE.matcher(verification);
        return size.find() ? (said + " " + wording.claim(Clause.DATA_PARTICLES, size.group(1))).strip() : said;
    }

    private static void annexB(List<MediumView> exceptions, Wording wording, List<Section> sections) {
        if (exceptions.isEmpty()) {
            sections.add(new Section(
                    wording.say("data.annexB"), List.of(wording.say("data.noException")), List.of(), List.of()));
            return;
        }
        sections.add(new Section(
                wording.say("data.annexB"),
                List.of(),
                List.of(
                        column(wording, "tag", 1.1f, ColumnKind.CODE),
                        column(wording, "mediumSerial", 1.8f, ColumnKind.CODE),
                        column(wording, "medium", 2.2f, ColumnKind.TEXT),
                        column(wording, "exception", 3f, ColumnKind.TEXT)),
                exceptions.stream()
                        .map(m -> List.of(
                                m.tag().value(),
                                serial(m),
                                described(m, wording),
                                wording.say("exception." + m.status().name())))
                        .toList()));
    }

    private static List<Dossier.Support> supports(Dossier dossier, List<Covered> covered) {
        Set<String> hashes = covered.stream()
                .flatMap(c -> dossier.evidence(c.medium().id()).stream())
                .map(EvidenceView::sha256)
                .collect(Collectors.toSet());
        return dossier.supports().stream()
                .filter(s -> hashes.contains(s.sha256()))
                .toList();
    }

    private static Map<String, Object> mediumData(Dossier dossier, Covered c) {
        EvidenceView e = c.evidence();
        return row(
                "tag", c.medium().tag().value(),
                "hostSerial", hostSerial(c.host()),
                "serial", serial(c.medium()),
                "kind", c.medium().kind().name(),
                "model", c.medium().model(),
                "capacityGb", c.medium().capacityGb() == null ? "" : c.medium().capacityGb(),
                "status", c.medium().status().name(),
                "technique", e.technique(),
                "level", levelName(c.level()),
                "tool", e.tool(),
                "toolVersion", e.toolVersion(),
                "verification", e.verification(),
                "startedAt", e.startedAt() == null ? "" : e.startedAt().toString(),
                "endedAt", e.endedAt() == null ? "" : e.endedAt().toString(),
                "detail", e.detail(),
                "performer", dossier.name(e.performer()),
                "validator", dossier.name(e.validator()),
                "sha256", e.sha256());
    }

    private static List<Draft.Item> items(List<Covered> covered) {
        return covered.stream()
                .flatMap(c -> java.util.stream.Stream.of(
                        new Draft.Item(c.medium().tag().value(), hostSerial(c.host())),
                        new Draft.Item(c.medium().tag().value(), serial(c.medium()))))
                .distinct()
                .toList();
    }

    /** With the standard it maps to, where it maps to one. */
    private static String technique(Dossier dossier, Covered c, Wording wording) {
        String technique = c.evidence().technique();
        String word = wording.known("technique." + technique, technique);
        String standard = dossier.standard(c.medium().id(), technique);
        return standard.isEmpty() ? word : word + " (" + standard + ")";
    }

    private static String described(MediumView medium, Wording wording) {
        String capacity = medium.capacityGb() == null
                ? ""
                : ", " + wording.say("gigabytes", medium.capacityGb().toString());
        String model = medium.model().isEmpty() ? "" : " " + medium.model();
        return medium.kind().name() + model + capacity;
    }

    private static String serial(MediumView medium) {
        SerialNumber serial = medium.serial();
        return serial == null ? "" : serial.raw();
    }

    private static String hostSerial(AssetView host) {
        SerialNumber serial = host.serial();
        return serial == null ? "" : serial.raw();
    }

    /** The standard's own words, in no language: Clear, Purge, Destroy. */
    private static String levelName(@Nullable SanitizationLevel level) {
        return level == null
                ? "–"
                : level.name().charAt(0) + level.name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}

package eu.boucle.certificate;

import eu.boucle.document.PaperContent.Column;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.identity.OrganisationView;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.RunView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all certificates say alike: who, for whom, about what, under which template, resting on which documents. */
final class DraftParts {

    private DraftParts() {}

    static List<Fact> parties(Dossier dossier, Wording wording) {
        List<Fact> facts = new ArrayList<>();
        facts.add(fact(wording, "client", party(dossier.client(), wording)));
        facts.add(fact(wording, "owner", wording.say("ownerIsClient")));
        facts.add(fact(wording, "request", dossier.request().reference()));
        return facts;
    }

    static void runs(Dossier dossier, List<RunView> runs, Wording wording, List<Fact> facts) {
        if (runs.isEmpty()) {
            return;
        }
        facts.add(fact(
                wording,
                "runs",
                String.join(", ", runs.stream().map(RunView::reference).toList())));
        List<String> slips = runs.stream()
                .flatMap(run -> slips(dossier, run).stream())
                .map(slip -> wording.say("slip", slip.wasteCode(), slip.number()))
                .distinct()
                .toList();
        facts.add(fact(wording, "slips", slips.isEmpty() ? wording.say("noSlip") : String.join(" ; ", slips)));
    }

    /** The slips of a run that concern this request: another client's codes are nobody's business. */
    static List<Handover.Slip> slips(Dossier dossier, RunView run) {
        List<String> codes = dossier.lines(run).stream()
                .map(RunView.ManifestLine::wasteCode)
                .distinct()
                .toList();
        return run.slips().stream()
                .filter(slip -> codes.contains(slip.wasteCode()))
                .toList();
    }

    static void template(CertificateType type, Wording wording, List<Fact> facts) {
        Template template = wording.template(type);
        String key = template.approved() ? "templateApproved" : "templateUnapproved";
        facts.add(fact(wording, "template", wording.say(key, Integer.toString(template.version()))));
    }

    static String party(OrganisationView organisation, Wording wording) {
        String siret = organisation.siret() == null
                ? ""
                : ", SIRET " + organisation.siret().value();
        return organisation.name() + siret + ", " + organisation.address().oneLine();
    }

    static Map<String, Object> data(CertificateType type, Dossier dossier, boolean provisional, Wording wording) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("template", Integer.toString(wording.template(type).version()));
        data.put("templateApproved", wording.template(type).approved());
        data.put("provisional", provisional);
        data.put("client", organisation(dossier.client()));
        data.put("issuer", organisation(dossier.host()));
        data.put("request", dossier.request().reference());
        return data;
    }

    static List<Map<String, Object>> slipData(Dossier dossier, List<RunView> runs) {
        return runs.stream()
                .flatMap(run -> slips(dossier, run).stream()
                        .map(slip ->
                                row("run", run.reference(), "wasteCode", slip.wasteCode(), "number", slip.number())))
                .toList();
    }

    /** Documents that the certificate rests on, with their hash. Empty lists make no section. */
    static void supports(List<Dossier.Support> supports, Wording wording, List<Section> sections) {
        if (supports.isEmpty()) {
            return;
        }
        sections.add(new Section(
                wording.say("supports"),
                List.of(wording.say("supports.rest")),
                List.of(
                        column(wording, "document", 2.4f, ColumnKind.TEXT),
                        column(wording, "date", 1.2f, ColumnKind.TEXT),
                        column(wording, "sha256", 5.2f, ColumnKind.CODE)),
                supports.stream()
                        .map(s ->
                                List.of(wording.say("support." + s.kind(), s.name()), wording.day(s.at()), s.sha256()))
                        .toList()));
    }

    static List<Map<String, Object>> supportData(List<Dossier.Support> supports) {
        return supports.stream()
                .map(s -> row("kind", s.kind(), "name", s.name(), "at", s.at().toString(), "sha256", s.sha256()))
                .toList();
    }

    static Fact fact(Wording wording, String key, String value) {
        return new Fact(wording.say("fact." + key), value);
    }

    static Column column(Wording wording, String key, float share, ColumnKind kind) {
        return new Column(wording.say("column." + key), share, kind);
    }

    /** A row of data in the order given: name, value, name, value. */
    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return row;
    }

    static Map<String, Object> organisation(OrganisationView organisation) {
        return row(
                "name",
                organisation.name(),
                "siret",
                organisation.siret() == null ? "" : organisation.siret().value(),
                "address",
                organisation.address().oneLine());
    }
}

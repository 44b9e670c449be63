package eu.boucle.certificate;

import eu.boucle.document.IssuePaper;
import eu.boucle.document.Numbers;
import eu.boucle.document.PaperContent;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationView;
import eu.boucle.shared.SerialNumber;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a draft into a certificate: number, code, paper, row. A draft that says what the one in force already says gives
 * that one back, so that a job which runs twice issues once.
 */
@Component
class CertificatePress {

    private static final String SERIES = "CE";
    private static final int PROVISIONAL_DAYS = 90;

    private final Certificates certificates;
    private final Numbers numbers;
    private final Papers papers;
    private final CitedRows cited;
    private final JdbcTemplate batches;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;
    private final String publicAddress;

    CertificatePress(
            Certificates certificates,
            Numbers numbers,
            Papers papers,
            CitedRows cited,
            JdbcTemplate batches,
            ApplicationEventPublisher events,
            JsonMapper json,
            Clock clock,
            @Value("${boucle.public-address}") String publicAddress) {
        this.certificates = certificates;
        this.numbers = numbers;
        this.papers = papers;
        this.cited = cited;
        this.batches = batches;
        this.events = events;
        this.json = json;
        this.clock = clock;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    /** @param why the officer's reason for a new version though nothing changed; absent for the usual road */
    CertificateView issue(Draft draft, OrganisationView issuer, @Nullable String why, Actor by) {
        String content = VerificationCode.sha256(json.writeValueAsString(facts(draft)));
        Optional<Certificate> inForce = certificates.findByInForce(draft.key());
        if (inForce.isPresent() && why == null && inForce.get().saysTheSame(content)) {
            return inForce.get().view();
        }
        Optional<Certificate> before = last(draft);
        Instant at = clock.instant();
        LocalDate day = LocalDate.ofInstant(at, draft.wording().zone());
        LocalDate until = draft.provisional() ? day.plusDays(PROVISIONAL_DAYS) : null;
        String reason = why != null ? why : before.isPresent() ? draft.wording().say(reason(before.get(), draft)) : "";
        int edition = before.map(Certificate::edition).orElse(0) + 1;
        VerificationCode code = VerificationCode.draw();
        // The row of the series stays locked until the end of the transaction: nothing slow but the drawing follows.
        String number = numbers.nextReference(issuer.id().value(), SERIES, day.getYear());
        String predecessor = before.map(Certificate::number).orElse(null);
        PaperContent paper = content(draft, issuer, number, edition, code, at, until, predecessor, reason);
        PaperView printed = papers.issue(new IssuePaper(
                draft.type().name(),
                draft.organisation(),
                draft.request().value(),
                paper,
                snapshot(draft, paper, at, until, predecessor, reason),
                at));
        inForce.ifPresent(old -> {
            old.giveWayTo(number);
            certificates.saveAndFlush(old);
        });
        Certificate issued = certificates.saveAndFlush(new Certificate(
                UUID.randomUUID(),
                number,
                edition,
                draft,
                content,
                until,
                issuer.name(),
                printed,
                code.hash(number),
                predecessor,
                reason,
                by.person(),
                at));
        items(issued, draft);
        events.publishEvent(new CertificateIssued(
                draft.request(),
                number,
                draft.type(),
                draft.provisional(),
                printed.sha256(),
                by.stamp(draft.organisation(), at)));
        return issued.view();
    }

    /**
     * What a certificate says of the case. A newer template or policy alone makes no new version: they count as they stood
     * on the first certificates, whose hashes hold for ever.
     */
    private static Map<String, Object> facts(Draft draft) {
        Map<String, Object> facts = new LinkedHashMap<>(draft.data());
        facts.replace("template", "1");
        facts.replace("templateApproved", false);
        facts.replace("policy", "1");
        return facts;
    }

    private Optional<Certificate> last(Draft draft) {
        return certificates.findFirstByTypeAndRequestIdAndRunIdOrderByEditionDesc(
                draft.type(),
                draft.request().value(),
                draft.run() == null ? null : draft.run().value());
    }

    private static String reason(Certificate before, Draft draft) {
        return before.view().provisional() && !draft.provisional() ? "reason.final" : "reason.changed";
    }

    private PaperContent content(
            Draft draft,
            OrganisationView issuer,
            String number,
            int edition,
            VerificationCode code,
            Instant at,
            @Nullable LocalDate until,
            @Nullable String predecessor,
            String reason) {
        Wording wording = draft.wording();
        List<Fact> facts = new ArrayList<>();
        facts.add(DraftParts.fact(
                wording,
                "issued",
                wording.say("issuedAt", wording.day(at), issuer.address().city())));
        if (until != null) {
            facts.add(DraftParts.fact(wording, "provisionalUntil", wording.day(until)));
        }
        if (predecessor != null) {
            facts.add(DraftParts.fact(wording, "supersedes", wording.say("supersedes", predecessor, reason)));
        }
        facts.addAll(draft.facts());
        facts.add(DraftParts.fact(wording, "signatory", wording.say("signatory", issuer.name())));
        List<String> head = new ArrayList<>();
        head.add(issuer.name());
        if (issuer.siret() != null) {
            head.add("SIRET " + issuer.siret().value());
        }
        head.add(issuer.address().street());
        head.add(issuer.address().postalCode() + " " + issuer.address().city());
        return new PaperContent(
                wording.say("title." + draft.type().name()),
                number,
                edition,
                wording.say(
                        draft.provisional()
                                ? "state.provisional"
                                : "state." + draft.type().name()),
                draft.provisional() ? wording.say("watermark") : "",
                head,
                facts,
                draft.claims(),
                draft.sections(),
                new PaperContent.Seal(publicAddress + "/verify/" + number, code.printed()),
                wording.locale());
    }

    /** Everything that was known and said, without the code: it opens what the public page keeps to itself. */
    private String snapshot(
            Draft draft,
            PaperContent paper,
            Instant at,
            @Nullable LocalDate until,
            @Nullable String predecessor,
            String reason) {
        Map<String, Object> snapshot = new LinkedHashMap<>();
        snapshot.put("number", paper.number());
        snapshot.put("version", paper.version());
        snapshot.put("type", draft.type().name());
        snapshot.put("title", paper.title());
        snapshot.put("language", paper.language().getLanguage());
        snapshot.put("issuedAt", at.toString());
        snapshot.put("verify", publicAddress + "/verify/" + paper.number());
        if (until != null) {
            snapshot.put("provisionalUntil", until.toString());
        }
        if (predecessor != null) {
            snapshot.put("supersedes", predecessor);
            snapshot.put("reason", reason);
        }
        snapshot.putAll(draft.data());
        snapshot.put("wording", draft.wording().template(draft.type()).clauses());
        snapshot.put("references", cited.of(draft.type(), draft.request()));
        snapshot.put(
                "facts",
                paper.facts().stream()
                        .map(f -> DraftParts.row("label", f.label(), "value", f.value()))
                        .toList());
        snapshot.put("claims", paper.claims());
        return json.writeValueAsString(snapshot);
    }

    private void items(Certificate certificate, Draft draft) {
        UUID id = certificate.id();
        List<Draft.Item> items = draft.items();
        List<Integer> lines =
                java.util.stream.IntStream.range(0, items.size()).boxed().toList();
        batches.batchUpdate(
                "insert into certificate_item (certificate_id, line, organisation_id, tag, serial, serial_normalised)"
                        + " values (?, ?, ?, ?, ?, ?)",
                lines,
                200,
                (statement, line) -> {
                    Draft.Item item = items.get(line);
                    statement.setObject(1, id);
                    statement.setInt(2, line);
                    statement.setObject(3, draft.organisation());
                    statement.setString(4, item.tag());
                    statement.setString(5, item.serial());
                    statement.setString(6, SerialNumber.normalise(item.serial()));
                });
    }
}

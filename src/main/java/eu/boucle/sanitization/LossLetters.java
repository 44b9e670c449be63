package eu.boucle.sanitization;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyId;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.document.IssuePaper;
import eu.boucle.document.Numbers;
import eu.boucle.document.PaperId;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.shared.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the client in writing of a medium lost, as soon as it is noted: the host owes it without undue delay (GDPR article
 * 33, 2), and the client's own 72 hours (33, 1) run from its knowing.
 */
@Service
@Transactional
public class LossLetters {

    /** Paper type. */
    public static final String TYPE = "LOSS_LETTER";

    private static final String SERIES = "LI";

    private final Discrepancies discrepancies;
    private final AssetRegister assets;
    private final MediaRegister media;
    private final Organisations organisations;
    private final LossLetterText text;
    private final Numbers numbers;
    private final Papers papers;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    LossLetters(
            Discrepancies discrepancies,
            AssetRegister assets,
            MediaRegister media,
            Organisations organisations,
            LossLetterText text,
            Numbers numbers,
            Papers papers,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${boucle.zone:Europe/Paris}") String zone) {
        this.discrepancies = discrepancies;
        this.assets = assets;
        this.media = media;
        this.organisations = organisations;
        this.text = text;
        this.numbers = numbers;
        this.papers = papers;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    /** For the process: one letter a discrepancy about a medium, however often it is asked. */
    public LossLetter issue(DiscrepancyId id, Actor by) {
        return of(id).orElseGet(() -> draw(discrepancies.discrepancy(id), by));
    }

    private LossLetter draw(DiscrepancyView gap, Actor by) {
        MediumView medium = media.medium(Objects.requireNonNull(gap.medium()));
        AssetView asset = assets.asset(medium.asset());
        OrganisationView client = organisations.organisation(new OrganisationId(gap.organisation()));
        OrganisationView host = organisations.host().orElse(client);
        Instant now = clock.instant();
        LossLetterText.Story story = new LossLetterText.Story(
                gap, medium, asset, assets.requestReference(asset.request()), client, host, now);
        String number = numbers.nextReference(
                host.id().value(), SERIES, now.atZone(zone).getYear());
        PaperView paper = papers.issue(new IssuePaper(
                TYPE,
                gap.organisation(),
                asset.request().value(),
                text.content(story, number),
                text.snapshot(story, number),
                now));
        jdbc.sql("""
                insert into loss_letter (discrepancy_id, medium_id, request_id, organisation_id, number, paper_id,
                    issued_at)
                values (?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        gap.id().value(),
                        medium.id().value(),
                        asset.request().value(),
                        gap.organisation(),
                        number,
                        paper.id().value(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new LossLetterIssued(
                asset.request(),
                medium.id(),
                number,
                asset.tag().value(),
                paper.sha256(),
                by.stamp(gap.organisation(), now)));
        return new LossLetter(number, medium.id(), asset.request(), paper.id(), now);
    }

    private Optional<LossLetter> of(DiscrepancyId id) {
        return jdbc.sql("select * from loss_letter where discrepancy_id = :id")
                .param("id", id.value())
                .query(LossLetters::letter)
                .optional();
    }

    /** Oldest first. Unscoped: the caller has the request. */
    @Transactional(readOnly = true)
    public List<LossLetter> of(RequestId request) {
        return jdbc.sql("select * from loss_letter where request_id = :request order by issued_at, number")
                .param("request", request.value())
                .query(LossLetters::letter)
                .list();
    }

    private static LossLetter letter(ResultSet row, int number) throws SQLException {
        return new LossLetter(
                row.getString("number"),
                new MediumId(row.getObject("medium_id", UUID.class)),
                new RequestId(row.getObject("request_id", UUID.class)),
                new PaperId(row.getObject("paper_id", UUID.class)),
                row.getObject("issued_at", OffsetDateTime.class).toInstant());
    }
}

package eu.boucle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.custody.OpenDiscrepancy;
import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.decommissioning.AskQuestion;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.QuestionView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.flow.WorkOverdue;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteId;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.LossLetter;
import eu.boucle.sanitization.LossLetters;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Reason;
import eu.boucle.shared.Siret;
import eu.boucle.support.Lots;
import eu.boucle.support.Visitor;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what by letter, in which words, on both databases. */
abstract class LetterRules extends WithMail {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final PostalAddress LYON = new PostalAddress("1 rue des Essais", "69003", "Lyon", "FR");

    @Autowired
    RequestDesk requests;

    @Autowired
    RequestMilestones milestones;

    @Autowired
    AssetRegister register;

    @Autowired
    ScanRounds rounds;

    @Autowired
    MediaRegister media;

    @Autowired
    AssetQuestions questions;

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    LossLetters lossLetters;

    @Autowired
    RunDesk runs;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Lots lots;

    AccountView author;
    AccountView officer;
    String contact;

    @BeforeEach
    void aClientWithAContact() {
        // Officers of other tests would have these letters too.
        owner.sql("update person set told_by_mail = false").update();
        author = person(Role.CLIENT, client, Language.FR);
        officer = person(Role.COMPLIANCE, host, Language.EN);
        contact = address();
        contact(contact, true, true, true);
        owner.sql("update organisation set language = 'EN' where id = ?")
                .param(client.value())
                .update();
    }

    @Test
    void anAcceptedRequestIsToldToItsAuthorAndToTheContactEachInTheirLanguage() throws Exception {
        RequestView request = accepted();
        assertThat(owner.sql("select * from letter").query().listOfRows().toString())
                .as("ids only")
                .doesNotContain("@", "Zoé", "Ada", request.reference());
        round.go();

        MimeMessage french = only(author.email());
        assertThat(french.getSubject()).isEqualTo("Demande " + request.reference() + " acceptée");
        assertThat(Mailbox.text(french, "text/plain"))
                .contains(
                        "Bonjour Zoé Martin,",
                        "https://boucle.hosting.example/requests/" + request.reference(),
                        "« Votre compte »");
        MimeMessage english = only(contact);
        assertThat(english.getSubject()).isEqualTo("Request " + request.reference() + " accepted");
        assertThat(Mailbox.text(english, "text/plain")).contains("Hello Ada,", "named you among the contacts");
        for (MimeMessage letter : List.of(french, english)) {
            assertThat(Mailbox.text(letter, "text/plain")).doesNotContain("??", "{0}");
            assertThat(Mailbox.text(letter, "text/html")).doesNotContain("??", "{0}");
        }
    }

    @Test
    void aReturnedRequestBringsItsReasonUnlessItWasSentAgain() throws Exception {
        RequestView request = submitted();
        requests.giveBack(request.reference(), new Reason("Quel étage ? <b>Le 3e</b>"), officer.actor());
        round.go();
        MimeMessage letter = only(author.email());
        assertThat(letter.getSubject()).contains(request.reference(), "il nous manque quelque chose");
        assertThat(Mailbox.text(letter, "text/plain")).contains("« Quel étage ? <b>Le 3e</b> »");
        assertThat(Mailbox.text(letter, "text/html")).contains("&lt;b&gt;Le 3e");

        requests.submit(request.reference(), author.actor());
        requests.giveBack(request.reference(), new Reason("Et quel quai ?"), officer.actor());
        requests.submit(request.reference(), author.actor());
        round.go();
        only(author.email());
        assertThat(letters("REQUEST_RETURNED")).containsExactlyInAnyOrder("SENT", "SENT", "DROPPED", "DROPPED");

        requests.reject(request.reference(), new Reason("Hors contrat"), officer.actor());
        round.go();
        assertThat(Mailbox.text(Mailbox.of(contact).getLast(), "text/plain"))
                .contains("We cannot take up your request", "« Hors contrat »");
    }

    @Test
    void whoeverIsOneOfBothHasOneLetterAndWhoeverWantsNoneHasNone() {
        contact(author.email(), true, false, false);
        accepted();
        round.go();
        only(author.email());

        Visitor visitor = new Visitor(port);
        visitor.signIn(author.email(), PASSWORD);
        assertThat(visitor.get("/account").body()).contains("Lettres");
        assertThat(Visitor.location(visitor.post("/account/letters", Map.of("wanted", "false"))))
                .isEqualTo("/account");
        owner.sql("delete from organisation_contact").update();
        RequestView request = submitted();
        requests.accept(request.reference(), officer.actor());
        round.go();
        only(author.email());
    }

    @Test
    void aContactThatIsNoLongerNamedIsToldNothingMore() {
        accepted();
        owner.sql("delete from organisation_contact").update();
        round.go();
        assertThat(Mailbox.of(contact)).isEmpty();
        assertThat(letters("REQUEST_ACCEPTED")).containsExactlyInAnyOrder("SENT", "DROPPED");
    }

    @Test
    void aContactHearsOnlyOfWhatItIsNamedFor() {
        owner.sql("update organisation_contact set tell_progress = false").update();
        RequestView request = accepted();
        milestones.registerAssets(request.id(), Actor.system(client));
        requests.cancel(request.reference(), author.actor());
        round.go();
        assertThat(Mailbox.of(contact)).isEmpty();
        assertThat(Mailbox.of(author.email())).hasSize(2);
    }

    @Test
    void aRunIsProposedToThePartnerAndConfirmedToTheClientsWithACalendarEntry() throws Exception {
        OrganisationId recycler = organisation(OrganisationKind.PARTNER);
        AccountView dispatcher = person(Role.PARTNER, recycler, Language.FR);
        RequestView request = tagged();
        round.go();
        RunView run = runs.plan(plan(recycler, request), Lots.storekeeper());
        runs.propose(run.id(), Lots.storekeeper());
        round.go();
        MimeMessage proposed = only(dispatcher.email());
        assertThat(proposed.getSubject()).isEqualTo("Enlèvement " + run.reference() + " proposé");
        assertThat(Mailbox.text(proposed, "text/calendar"))
                .contains("STATUS:TENTATIVE", "UID:" + run.id().value(), "METHOD:PUBLISH");

        late(run.id().value(), run.reference(), "confirmed", false);
        round.go();
        assertThat(Mailbox.of(dispatcher.email()).getLast().getSubject())
                .isEqualTo("Rappel : enlèvement " + run.reference() + " proposé");

        runs.confirm(run.reference(), dispatcher.actor());
        round.go();
        MimeMessage confirmed = Mailbox.of(author.email()).getLast();
        assertThat(confirmed.getSubject()).isEqualTo("Demande " + request.reference() + " : enlèvement confirmé");
        String day = TODAY.toString().replace("-", "");
        String after = TODAY.plusDays(4).toString().replace("-", "");
        assertThat(Mailbox.text(confirmed, "text/calendar"))
                .contains("STATUS:CONFIRMED", "DTSTART;VALUE=DATE:" + day, "DTEND;VALUE=DATE:" + after)
                .contains("SUMMARY:Enlèvement " + request.reference());
        assertThat(Mailbox.text(confirmed, "text/plain")).doesNotContain("??", "{1}", run.reference());

        runs.cancel(run.reference(), new Reason("Camion en panne"), Lots.storekeeper());
        round.go();
        assertThat(Mailbox.text(Mailbox.of(dispatcher.email()).getLast(), "text/calendar"))
                .contains("STATUS:CANCELLED");
        assertThat(Mailbox.of(contact).getLast().getSubject()).isEqualTo("Pickup cancelled: " + request.reference());
    }

    @Test
    void aRunThatIsNoLongerProposedWhenItsLetterLeavesIsNotProposed() {
        OrganisationId recycler = organisation(OrganisationKind.PARTNER);
        AccountView dispatcher = person(Role.PARTNER, recycler, Language.FR);
        RequestView request = tagged();
        RunView run = runs.plan(plan(recycler, request), Lots.storekeeper());
        runs.propose(run.id(), Lots.storekeeper());
        runs.decline(run.reference(), new Reason("Complet"), null, dispatcher.actor());
        round.go();
        assertThat(Mailbox.of(dispatcher.email())).isEmpty();
        assertThat(letters("RUN_PROPOSED")).containsExactly("DROPPED");
    }

    @Test
    void theOfficerHearsOfGapsOnceAndOfLostMediaAtOnce() throws Exception {
        AssetView server = lots.register(
                        client.value(),
                        List.of(Lots.line("server-rack", serial(), List.of(Lots.disk(serial()), Lots.disk(serial())))))
                .getFirst();
        owner.sql("delete from letter").update();
        String reference = requests.request(server.request()).reference();
        for (int i = 0; i < 3; i++) {
            discrepancies.open(gap("UNEXPECTED", server, "n° " + i), officer.actor());
        }
        assertThat(letters("DISCREPANCY_OPENED")).hasSize(1);
        DiscrepancyView lost = discrepancies.open(
                new OpenDiscrepancy(
                        "MEDIUM_MISSING",
                        client.value(),
                        server.request(),
                        null,
                        server.id(),
                        media.ofRequest(server.request()).getFirst().id(),
                        "pas dans la baie"),
                officer.actor());
        LossLetter paper = lossLetters.issue(lost.id(), Actor.system(client));
        round.go();

        assertThat(Mailbox.of(officer.email()))
                .extracting(MimeMessage::getSubject)
                .containsExactlyInAnyOrder(
                        "Discrepancy to resolve: " + reference,
                        "Data medium lost: 72 hours to decide (" + reference + ")");
        assertThat(only(contact).getSubject())
                .isEqualTo("Request " + reference + ": letter " + paper.number() + " about a data medium");
    }

    @Test
    void aQuestionAndAWorkThatIsLateAreTold() throws Exception {
        RequestView request = accepted();
        milestones.registerAssets(request.id(), Actor.system(client));
        AssetView asset = lots.screens(client.value(), serial(), 1).getFirst();
        owner.sql("delete from letter").update();
        QuestionView asked = questions.ask(new AskQuestion(asset.tag(), "Quelle baie ?", false), officer.actor());
        late(request.id().value(), request.reference(), "reviewRequest", true);
        round.go();

        assertThat(only(contact).getSubject()).endsWith(": a question about an item");
        assertThat(Mailbox.text(only(contact), "text/plain"))
                .contains("/assets/" + asset.tag().value() + "#questions")
                .doesNotContain("Quelle baie");
        assertThat(only(officer.email()).getSubject())
                .isEqualTo("Late: request " + request.reference() + " waits for its review");

        late(asked.id().value(), asset.tag().value(), "answerQuestion", false);
        late(request.id().value(), request.reference(), "reviewRequest", false);
        round.go();
        assertThat(Mailbox.of(contact).getLast().getSubject()).endsWith("a question waits for your answer");
        assertThat(Mailbox.of(officer.email()))
                .as("within the house the list reminds")
                .hasSize(1);
    }

    private void late(UUID subject, String reference, String work, boolean escalated) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(ignored -> events.publishEvent(new WorkOverdue(
                        subject, reference, work, escalated, officer.actor().stamp(client.value(), clock.instant()))));
    }

    private MimeMessage only(String address) {
        List<MimeMessage> all = Mailbox.of(address);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private void contact(String email, boolean progress, boolean certificates, boolean incidents) {
        long position = owner.sql("select count(*) from organisation_contact where organisation_id = ?")
                .param(client.value())
                .query(Long.class)
                .single();
        owner.sql("insert into organisation_contact values (?, ?, 'Ada', ?, '', ?, ?, ?)")
                .params(client.value(), position, email, progress, certificates, incidents)
                .update();
    }

    private RequestView accepted() {
        return requests.accept(submitted().reference(), officer.actor());
    }

    /** Accepted, its one screen found and labelled. */
    private RequestView tagged() {
        RequestView request = accepted();
        milestones.registerAssets(request.id(), Actor.system(client));
        AssetView screen = register.lot(request.id()).getFirst();
        RoundId tagging = rounds.open(
                        RoundMode.TAGGING, request.id(), request.reference(), client.value(), Lots.storekeeper())
                .id();
        rounds.scan(
                tagging,
                List.of(new ScanCommand(
                        UUID.randomUUID(),
                        screen.tag().value(),
                        Objects.requireNonNull(screen.serial()).raw(),
                        clock.instant(),
                        "")),
                Lots.storekeeper());
        rounds.close(tagging, Lots.storekeeper());
        return request;
    }

    private RequestView submitted() {
        SiteId site = organisations
                .addSite(new AddSite(client, "DC1", LYON, ""), author.actor())
                .id();
        return requests.write(
                new WriteRequest(
                        client,
                        site,
                        new Contact("Ada", "ada@client.example", "+33 1 02 03 04 05"),
                        new Period(TODAY, TODAY.plusDays(10)),
                        new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR),
                        "",
                        List.of(screen())),
                true,
                author.actor());
    }

    private static RequestLine screen() {
        return Lots.line("monitor", serial(), List.of());
    }

    private PlanRun plan(OrganisationId recycler, RequestView request) {
        PartnerSite site = runs.addPartnerSite(new PartnerSite(
                new PartnerSiteId(UUID.randomUUID()),
                recycler,
                "Site",
                new Siret("73282932000074"),
                LYON,
                "ICPE 2718",
                TODAY.plusYears(1),
                "2024-13-001",
                "13",
                TODAY.plusYears(1),
                ""));
        return new PlanRun(
                site.id(),
                null,
                new Period(TODAY, TODAY.plusDays(3)),
                List.of(request.reference()),
                List.of(),
                null,
                false);
    }

    private OpenDiscrepancy gap(String kind, AssetView asset, String detail) {
        return new OpenDiscrepancy(kind, client.value(), asset.request(), null, null, null, detail);
    }

    private static String serial() {
        return "M" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}

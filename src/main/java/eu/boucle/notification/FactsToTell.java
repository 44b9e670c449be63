package eu.boucle.notification;

import eu.boucle.custody.DiscrepancyOpened;
import eu.boucle.decommissioning.AssetQuestionAsked;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.QuestionId;
import eu.boucle.decommissioning.RequestAccepted;
import eu.boucle.decommissioning.RequestCancelled;
import eu.boucle.decommissioning.RequestClosed;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestRejected;
import eu.boucle.decommissioning.RequestReturned;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.flow.WorkOverdue;
import eu.boucle.identity.Addressee;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Topic;
import eu.boucle.pickup.RunCancelled;
import eu.boucle.pickup.RunConfirmed;
import eu.boucle.pickup.RunDeclined;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunProposed;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.LossLetterIssued;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what is to be told, and writes it down in the same transaction. The ids of the letter are all that is kept. */
@Component
@WhereMailIsSet
class FactsToTell {

    private static final String NOTHING_MORE = "";

    private final Letters letters;
    private final WhoIsTold told;
    private final RequestDesk requests;
    private final AssetQuestions questions;
    private final RunDesk runs;

    FactsToTell(Letters letters, WhoIsTold told, RequestDesk requests, AssetQuestions questions, RunDesk runs) {
        this.letters = letters;
        this.told = told;
        this.requests = requests;
        this.questions = questions;
        this.runs = runs;
    }

    @EventListener
    void on(RequestAccepted event) {
        tellClient(LetterKind.REQUEST_ACCEPTED, event.request(), Topic.PROGRESS, event);
    }

    @EventListener
    void on(RequestReturned event) {
        tellClient(LetterKind.REQUEST_RETURNED, event.request(), Topic.PROGRESS, event);
    }

    @EventListener
    void on(RequestRejected event) {
        tellClient(LetterKind.REQUEST_REJECTED, event.request(), Topic.PROGRESS, event);
    }

    @EventListener
    void on(RequestCancelled event) {
        tellClient(LetterKind.REQUEST_CANCELLED, event.request(), Topic.PROGRESS, event);
    }

    @EventListener
    void on(RequestClosed event) {
        tellClient(LetterKind.REQUEST_CLOSED, event.request(), Topic.CERTIFICATES, event);
    }

    @EventListener
    void on(AssetQuestionAsked event) {
        RequestView request = requests.request(event.request());
        put(
                LetterKind.QUESTION_ASKED,
                request.organisation(),
                event.question().value(),
                event.tag(),
                event,
                clients(request));
    }

    @EventListener
    void on(LossLetterIssued event) {
        RequestView request = requests.request(event.request());
        put(
                LetterKind.LOSS_LETTER,
                request.organisation(),
                event.request().value(),
                event.number(),
                event,
                told.client(request.createdBy(), request.organisation(), Topic.INCIDENTS));
    }

    @EventListener
    void on(RunProposed event) {
        RunView run = runs.run(event.run());
        tellPartner(LetterKind.RUN_PROPOSED, run, event);
    }

    @EventListener
    void on(RunConfirmed event) {
        tellClients(LetterKind.RUN_CONFIRMED, runs.run(event.run()), event);
    }

    @EventListener
    void on(RunDeclined event) {
        RunView run = runs.run(event.run());
        put(
                LetterKind.RUN_DECLINED,
                run.partnerSite().partner(),
                event.run().value(),
                NOTHING_MORE,
                event,
                told.warehouse());
    }

    /** Those who heard that it would come. */
    @EventListener
    void on(RunCancelled event) {
        RunView run = runs.run(event.run());
        tellPartner(LetterKind.RUN_CANCELLED, run, event);
        if (letters.wereWritten(LetterKind.RUN_CONFIRMED, event.run().value())) {
            tellClients(LetterKind.RUN_CANCELLED, run, event);
        }
    }

    /** First whoever should act outside the house, then the officer. Within the house the reminder stands on the list. */
    @EventListener
    void on(WorkOverdue event) {
        if (event.escalated()) {
            tellOfficers(LetterKind.WORK_OVERDUE, event.subject(), event.work() + " " + event.reference(), event);
            return;
        }
        switch (event.work()) {
            case "confirmed" -> tellPartner(LetterKind.RUN_REMINDED, runs.run(new RunId(event.subject())), event);
            case "treated" -> remindOfTreatment(new RequestId(event.subject()), event);
            case "answerQuestion" -> remindOfQuestion(new QuestionId(event.subject()), event);
            default -> {}
        }
    }

    /** A run may carry several requests that are late: one letter. */
    private void remindOfTreatment(RequestId request, WorkOverdue event) {
        runs.ofRequest(request).stream()
                .filter(run -> RunWriter.UNTREATED.contains(run.status()))
                .filter(run -> !letters.areToCome(
                        LetterKind.TREATMENT_REMINDED, run.id().value()))
                .forEach(run -> tellPartner(LetterKind.TREATMENT_REMINDED, run, event));
    }

    private void remindOfQuestion(QuestionId id, WorkOverdue event) {
        RequestView request = requests.request(questions.question(id).request());
        put(
                LetterKind.QUESTION_REMINDED,
                request.organisation(),
                id.value(),
                event.reference(),
                event,
                clients(request));
    }

    /** A lost medium has a letter of its own, since its 72 hours run. */
    @EventListener
    void on(DiscrepancyOpened event) {
        if (event.gap().startsWith("MEDIUM_")) {
            tellOfficers(LetterKind.MEDIUM_LOST, event.subject(), reference(event), event);
        } else {
            UUID subject = event.run() != null
                    ? event.run().value()
                    : event.request() != null ? event.request().value() : event.subject();
            // Many at once are one letter: none is written while the last one is still to leave.
            if (!letters.areToCome(LetterKind.DISCREPANCY_OPENED, subject)) {
                tellOfficers(LetterKind.DISCREPANCY_OPENED, subject, reference(event), event);
            }
        }
    }

    /** Of the run or the request; empty for a gap of neither. */
    private String reference(DiscrepancyOpened event) {
        return event.run() != null
                ? runs.run(event.run()).reference()
                : event.request() != null ? requests.request(event.request()).reference() : NOTHING_MORE;
    }

    private void tellOfficers(LetterKind kind, UUID subject, String about, DomainEvent event) {
        put(kind, new OrganisationId(event.stamp().organisation()), subject, about, event, told.officers());
    }

    private void tellClient(LetterKind kind, RequestId id, Topic topic, DomainEvent event) {
        RequestView request = requests.request(id);
        put(
                kind,
                request.organisation(),
                id.value(),
                NOTHING_MORE,
                event,
                told.client(request.createdBy(), request.organisation(), topic));
    }

    private List<Addressee> clients(RequestView request) {
        return told.client(request.createdBy(), request.organisation(), Topic.PROGRESS);
    }

    private void tellPartner(LetterKind kind, RunView run, DomainEvent event) {
        OrganisationId partner = run.partnerSite().partner();
        put(kind, partner, run.id().value(), NOTHING_MORE, event, told.partner(partner));
    }

    /** One letter for each request on the run, since each has its author. */
    private void tellClients(LetterKind kind, RunView run, DomainEvent event) {
        for (RunView.RunRequest one : run.requests()) {
            RequestView request = requests.request(one.id());
            put(kind, request.organisation(), run.id().value(), one.reference(), event, clients(request));
        }
    }

    private void put(
            LetterKind kind,
            OrganisationId organisation,
            UUID subject,
            String about,
            DomainEvent event,
            List<Addressee> to) {
        letters.put(kind, organisation, subject, about, to, event.stamp().at());
    }
}

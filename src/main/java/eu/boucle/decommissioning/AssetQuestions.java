package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.TagReplaced;
import eu.boucle.document.FileId;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking the client about one asset after acceptance. An open question does not hold up the lot. */
@Service
@Transactional
public class AssetQuestions {

    /** How long the client has; a reminder comes before. */
    static final Duration TO_ANSWER = Duration.ofDays(7);

    private static final Set<RequestStatus> BEING_WORKED = EnumSet.of(
            RequestStatus.IN_PREPARATION, RequestStatus.READY, RequestStatus.HANDED_OVER, RequestStatus.TREATED);

    private final QuestionRows rows;
    private final RequestCabinet cabinet;
    private final AssetRegister assets;
    private final ReceivedFiles files;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssetQuestions(
            QuestionRows rows,
            RequestCabinet cabinet,
            AssetRegister assets,
            ReceivedFiles files,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.cabinet = cabinet;
        this.assets = assets;
        this.files = files;
        this.events = events;
        this.clock = clock;
    }

    /** WAREHOUSE or COMPLIANCE, while the request is being worked. @throws StateForbids {@code QUESTION_TOO_LATE} */
    public QuestionView ask(AskQuestion command, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        AssetView asset = assets.asset(command.tag(), by);
        if (!mayBeAsked(asset.request())) {
            throw new StateForbids("QUESTION_TOO_LATE", asset.tag().value());
        }
        Instant now = clock.instant();
        QuestionView asked = new QuestionView(
                QuestionId.next(),
                asset.request(),
                asset.organisation(),
                asset.id(),
                asset.tag(),
                command.question(),
                command.blocking(),
                QuestionState.ASKED,
                by.person(),
                by.is(Role.COMPLIANCE) ? Role.COMPLIANCE : Role.WAREHOUSE,
                now,
                now.plus(TO_ANSWER),
                "",
                null,
                null,
                null,
                null,
                null);
        rows.insert(asked);
        events.publishEvent(new AssetQuestionAsked(
                asked.id(),
                asked.request(),
                asked.asset(),
                asked.tag().value(),
                asked.blocking(),
                by.stamp(asset.organisation(), now)));
        return asked;
    }

    /** Whether a request is being worked: before, it is given back; after, nothing is left to ask. Unscoped. */
    @Transactional(readOnly = true)
    public boolean mayBeAsked(RequestId request) {
        return BEING_WORKED.contains(cabinet.status(request));
    }

    /** CLIENT of that organisation. @throws StateForbids {@code QUESTION_NOT_OPEN} @throws NotFound for another's */
    public QuestionView answer(AnswerQuestion command, Actor by) {
        by.require(Role.CLIENT);
        AssetQuestion question = new AssetQuestion(question(command.question(), by));
        Instant now = clock.instant();
        AssetQuestionAnswered answered = question.answered(by, now);
        rows.answered(command.question(), command.answer(), kept(question.view(), command, by, now), by.person(), now);
        events.publishEvent(answered);
        return question(command.question(), by);
    }

    private @Nullable FileId kept(QuestionView question, AnswerQuestion command, Actor by, Instant at) {
        AnswerQuestion.Attachment file = command.file();
        return file == null
                ? null
                : files.keep(question.organisation(), file.name(), file.mediaType(), file.bytes(), by.person(), at)
                        .id();
    }

    /** Whoever asked, or COMPLIANCE; answered or not. @throws StateForbids {@code QUESTION_NOT_OPEN} */
    public QuestionView close(QuestionId id, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        close(question(id, by), by, clock.instant());
        return question(id, by);
    }

    private void close(QuestionView question, Actor by, Instant at) {
        AssetQuestionClosed closed = new AssetQuestion(question).closed(by, at);
        rows.closed(question.id(), by.person(), at);
        events.publishEvent(closed);
    }

    /** @throws NotFound also for another client's */
    @Transactional(readOnly = true)
    public QuestionView question(QuestionId id, Actor by) {
        return rows.find(id)
                .filter(question -> by.scope().covers(question.organisation()))
                .orElseThrow(NotFound::new);
    }

    /** Unscoped: the caller holds the id by right. @throws NotFound */
    @Transactional(readOnly = true)
    public QuestionView question(QuestionId id) {
        return rows.find(id).orElseThrow(NotFound::new);
    }

    /** Oldest first. Unscoped: the caller has the asset. */
    @Transactional(readOnly = true)
    public List<QuestionView> ofAsset(AssetId asset) {
        return rows.where("asset_id = :asset", Map.of("asset", asset.value()));
    }

    /** Those that certificates of the request wait for. Unscoped: the caller has the request. */
    @Transactional(readOnly = true)
    public List<QuestionView> blocking(RequestId request) {
        return rows.where(
                "request_id = :request and blocking and state <> 'CLOSED'", Map.of("request", request.value()));
    }

    @EventListener
    void on(TagReplaced event) {
        rows.retag(event.asset(), event.tag());
    }

    /** Nobody needs an answer about a request that is over. */
    @EventListener
    void on(RequestClosed event) {
        closeAll(event.request(), event.stamp().organisation(), event.stamp().at());
    }

    @EventListener
    void on(RequestCancelled event) {
        closeAll(event.request(), event.stamp().organisation(), event.stamp().at());
    }

    private void closeAll(RequestId request, UUID organisation, Instant at) {
        Actor system = Actor.system(new OrganisationId(organisation));
        rows.where("request_id = :request and state <> 'CLOSED'", Map.of("request", request.value()))
                .forEach(question -> close(question, system, at));
    }
}

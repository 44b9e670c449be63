package eu.boucle.decommissioning;

import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.time.Instant;

/**
 * The life of one question. The host's staff ask the client about an asset while its request is being worked; the client
 * answers once; whoever asked closes it, or the compliance officer. It holds nothing up by itself: the work goes on, only
 * the certificates wait for one that was asked as blocking.
 */
record AssetQuestion(QuestionView view) {

    AssetQuestionAnswered answered(Actor by, Instant at) {
        if (!by.belongsTo(new OrganisationId(view.organisation()))) {
            throw new NotFound();
        }
        if (view.state() != QuestionState.ASKED) {
            throw new StateForbids("QUESTION_NOT_OPEN", view.tag().value(), view.state());
        }
        return new AssetQuestionAnswered(
                view.id(), view.request(), view.asset(), view.tag().value(), by.stamp(view.organisation(), at));
    }

    AssetQuestionClosed closed(Actor by, Instant at) {
        if (!by.is(Role.COMPLIANCE) && (by.person() == null || !by.person().equals(view.askedBy()))) {
            throw new NotAllowed("NOT_YOUR_QUESTION");
        }
        if (view.state() == QuestionState.CLOSED) {
            throw new StateForbids("QUESTION_NOT_OPEN", view.tag().value(), view.state());
        }
        return new AssetQuestionClosed(
                view.id(), view.request(), view.asset(), view.tag().value(), by.stamp(view.organisation(), at));
    }
}

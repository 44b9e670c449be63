package eu.boucle.notification;

import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.QuestionId;
import eu.boucle.decommissioning.QuestionState;
import eu.boucle.decommissioning.QuestionView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Addressee;
import eu.boucle.shared.RequestId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a client is told of its request, as it stands when the letter leaves. */
@Component
@WhereMailIsSet
class RequestWriter implements LetterWriter {

    private final RequestDesk requests;
    private final AssetQuestions questions;
    private final PageAddresses pages;

    RequestWriter(RequestDesk requests, AssetQuestions questions, PageAddresses pages) {
        this.requests = requests;
        this.questions = questions;
        this.pages = pages;
    }

    @Override
    public Set<LetterKind> kinds() {
        return EnumSet.of(
                LetterKind.REQUEST_ACCEPTED,
                LetterKind.REQUEST_RETURNED,
                LetterKind.REQUEST_REJECTED,
                LetterKind.REQUEST_CANCELLED,
                LetterKind.REQUEST_CLOSED,
                LetterKind.LOSS_LETTER,
                LetterKind.QUESTION_ASKED,
                LetterKind.QUESTION_REMINDED);
    }

    @Override
    public Optional<Content> write(Letter letter, Addressee to) {
        return switch (letter.kind()) {
            case QUESTION_ASKED, QUESTION_REMINDED -> question(letter);
            default -> request(letter);
        };
    }

    private Optional<Content> request(Letter letter) {
        RequestView request = requests.request(new RequestId(letter.subject()));
        Content content = new Content(List.of(request.reference()), pages.request(request.reference()));
        return switch (letter.kind()) {
            case REQUEST_RETURNED ->
                request.status() == RequestStatus.RETURNED
                        ? Optional.of(content.quoting(request.reason()))
                        : Optional.empty();
            case REQUEST_REJECTED -> Optional.of(content.quoting(request.reason()));
            case REQUEST_CLOSED -> Optional.of(new Content(content.facts(), pages.certificates(request.reference())));
            case LOSS_LETTER ->
                Optional.of(new Content(List.of(request.reference(), letter.about()), content.address()));
            default -> Optional.of(content);
        };
    }

    /** Unless it was answered or closed meanwhile. */
    private Optional<Content> question(Letter letter) {
        QuestionView question = questions.question(new QuestionId(letter.subject()));
        if (question.state() != QuestionState.ASKED) {
            return Optional.empty();
        }
        String reference = requests.request(question.request()).reference();
        return Optional.of(new Content(List.of(reference, letter.about()), pages.questions(letter.about())));
    }
}

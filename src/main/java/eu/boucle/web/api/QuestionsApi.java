package eu.boucle.web.api;

import eu.boucle.asset.AssetRegister;
import eu.boucle.decommissioning.AnswerQuestion;
import eu.boucle.decommissioning.AskQuestion;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.QuestionId;
import eu.boucle.decommissioning.QuestionState;
import eu.boucle.decommissioning.QuestionView;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotFound;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Questions to the client about one asset. */
@RestController
@RequestMapping("/api/v1")
class QuestionsApi {

    private final AssetQuestions questions;
    private final AssetRegister register;
    private final ReceivedFiles files;

    QuestionsApi(AssetQuestions questions, AssetRegister register, ReceivedFiles files) {
        this.questions = questions;
        this.register = register;
        this.files = files;
    }

    @GetMapping("/assets/{tag}/questions")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    Page<Question> ofAsset(@PathVariable String tag, Actor actor) {
        return new Page<>(
                questions.ofAsset(register.asset(Given.tag(tag), actor).id()).stream()
                        .map(Question::of)
                        .toList(),
                null);
    }

    @PostMapping("/assets/{tag}/questions")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    @ResponseStatus(HttpStatus.CREATED)
    Question ask(@PathVariable String tag, @RequestBody Ask body, Actor actor) {
        return Question.of(questions.ask(
                new AskQuestion(Given.tag(tag), Given.text(body.question()), Boolean.TRUE.equals(body.blocking())),
                actor));
    }

    @PostMapping("/questions/{id}/answer")
    @Allowed(Role.CLIENT)
    Question answer(@PathVariable String id, @RequestBody ClientAnswer body, Actor actor) {
        QuestionId question =
                questions.question(new QuestionId(Given.id(id)), actor).id();
        return Question.of(questions.answer(new AnswerQuestion(question, Given.text(body.answer()), null), actor));
    }

    /** With a file. */
    @PostMapping(path = "/questions/{id}/answer", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed(Role.CLIENT)
    Question answer(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam MultipartFile file,
            Actor actor)
            throws IOException {
        QuestionId question =
                questions.question(new QuestionId(Given.id(id)), actor).id();
        String name = file.getOriginalFilename();
        String type = file.getContentType();
        AnswerQuestion.Attachment attachment = new AnswerQuestion.Attachment(
                name == null ? "file" : name,
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                file.getBytes());
        return Question.of(questions.answer(new AnswerQuestion(question, answer, attachment), actor));
    }

    @PostMapping("/questions/{id}/close")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    Question close(@PathVariable String id, Actor actor) {
        return Question.of(questions.close(new QuestionId(Given.id(id)), actor));
    }

    @GetMapping(path = "/questions/{id}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    byte[] file(@PathVariable String id, Actor actor) {
        QuestionView question = questions.question(new QuestionId(Given.id(id)), actor);
        if (question.file() == null) {
            throw new NotFound();
        }
        return files.bytes(question.file());
    }

    record Ask(@Nullable String question, @Nullable Boolean blocking) {}

    record ClientAnswer(@Nullable String answer) {}

    record Question(
            UUID id,
            String tag,
            String question,
            boolean blocking,
            QuestionState state,
            Instant askedAt,
            Instant dueAt,
            String answer,
            boolean file,
            @Nullable Instant answeredAt,
            @Nullable Instant closedAt) {

        static Question of(QuestionView view) {
            return new Question(
                    view.id().value(),
                    view.tag().value(),
                    view.question(),
                    view.blocking(),
                    view.state(),
                    view.askedAt(),
                    view.dueAt(),
                    view.answer(),
                    view.file() != null,
                    view.answeredAt(),
                    view.closedAt());
        }
    }
}

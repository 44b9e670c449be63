package eu.boucle.web.item;

import eu.boucle.decommissioning.AnswerQuestion;
import eu.boucle.decommissioning.AskQuestion;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.QuestionId;
import eu.boucle.decommissioning.QuestionView;
import eu.boucle.document.ReceivedFile;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.NotFound;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.Notice;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Questions on an item, asked, answered and closed on the item's page. */
@Controller
class QuestionPage {

    private final AssetQuestions questions;
    private final ReceivedFiles files;

    QuestionPage(AssetQuestions questions, ReceivedFiles files) {
        this.questions = questions;
        this.files = files;
    }

    @PostMapping("/assets/{tag}/questions")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String ask(
            @PathVariable String tag,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "false") boolean blocking,
            Actor actor,
            RedirectAttributes redirect) {
        AssetTag asked = AssetTag.parse(tag).orElseThrow(NotFound::new);
        return back(questions.ask(new AskQuestion(asked, question, blocking), actor), "item.question.asked", redirect);
    }

    @PostMapping("/questions/{id}/answer")
    @Allowed(Role.CLIENT)
    String answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor,
            RedirectAttributes redirect)
            throws IOException {
        QuestionId question = questions.question(new QuestionId(id), actor).id();
        return back(
                questions.answer(new AnswerQuestion(question, answer, attachment(file)), actor),
                "item.question.answered",
                redirect);
    }

    private static AnswerQuestion.@Nullable Attachment attachment(@Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return null;
        }
        String name = file.getOriginalFilename();
        String type = file.getContentType();
        return new AnswerQuestion.Attachment(
                name == null ? "file" : name,
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                file.getBytes());
    }

    @PostMapping("/questions/{id}/close")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE})
    String close(@PathVariable UUID id, Actor actor, RedirectAttributes redirect) {
        return back(questions.close(new QuestionId(id), actor), "item.question.closed", redirect);
    }

    /** Always as a file to keep, never shown as a page: it came from outside. */
    @GetMapping("/questions/{id}/file")
    @Allowed({Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE})
    ResponseEntity<byte[]> file(@PathVariable UUID id, Actor actor) {
        QuestionView question = questions.question(new QuestionId(id), actor);
        if (question.file() == null) {
            throw new NotFound();
        }
        ReceivedFile file = files.file(question.file());
        return FileAnswer.toKeep(file.name(), MediaType.APPLICATION_OCTET_STREAM, files.bytes(file.id()));
    }

    private static String back(QuestionView question, String key, RedirectAttributes redirect) {
        Notice.done(key, question.tag().value()).on(redirect);
        return "redirect:/assets/" + question.tag().value() + "#questions";
    }
}

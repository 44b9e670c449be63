package eu.boucle.web.item;

import eu.boucle.asset.AssetView;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.QuestionState;
import eu.boucle.decommissioning.QuestionView;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What the client was asked about an item, as its page shows it. */
@Component
class ItemQuestions {

    private final AssetQuestions questions;
    private final ReceivedFiles files;
    private final Accounts accounts;
    private final MessageSource messages;

    ItemQuestions(AssetQuestions questions, ReceivedFiles files, Accounts accounts, MessageSource messages) {
        this.questions = questions;
        this.files = files;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** A question with its people's names and what the reader may do with it. */
    public record Asked(
            QuestionView view,
            String askedBy,
            String answeredBy,
            @Nullable String fileName,
            boolean mayAnswer,
            boolean mayClose) {

        public String state() {
            return view.state().name();
        }
    }

    List<Asked> of(AssetView asset, Actor reader) {
        List<QuestionView> asked = questions.ofAsset(asset.id());
        Map<UUID, String> names = names(asked);
        return asked.stream().map(question -> shown(question, names, reader)).toList();
    }

    private Asked shown(QuestionView question, Map<UUID, String> names, Actor reader) {
        boolean own = reader.is(Role.CLIENT) && reader.belongsTo(new OrganisationId(question.organisation()));
        boolean asker = reader.is(Role.COMPLIANCE)
                || reader.is(Role.WAREHOUSE) && Objects.equals(reader.person(), question.askedBy());
        return new Asked(
                question,
                name(names, question.askedBy()),
                name(names, question.answeredBy()),
                question.file() == null ? null : files.file(question.file()).name(),
                own && question.state() == QuestionState.ASKED,
                asker && question.open());
    }

    boolean mayAsk(AssetView asset, Actor reader) {
        return reader.isStaff() && questions.mayBeAsked(asset.request());
    }

    /** The lines of the item's story. */
    List<Happening> told(AssetView asset) {
        List<QuestionView> asked = questions.ofAsset(asset.id());
        Map<UUID, String> names = names(asked);
        List<Happening> told = new ArrayList<>();
        for (QuestionView question : asked) {
            told.add(new Happening(
                    "waits",
                    say(question.blocking() ? "item.question.story.askedBlocking" : "item.question.story.asked"),
                    question.askedAt(),
                    name(names, question.askedBy()),
                    question.question(),
                    null));
            if (question.answeredAt() != null) {
                told.add(new Happening(
                        "done",
                        say("item.question.story.answered"),
                        question.answeredAt(),
                        name(names, question.answeredBy()),
                        question.answer(),
                        question.file() == null
                                ? null
                                : "/questions/" + question.id().value() + "/file"));
            }
            if (question.closedAt() != null) {
                told.add(new Happening(
                        "done",
                        say(
                                question.answeredAt() == null
                                        ? "item.question.story.dropped"
                                        : "item.question.story.closed"),
                        question.closedAt(),
                        name(names, question.closedBy()),
                        null,
                        null));
            }
        }
        return told;
    }

    private Map<UUID, String> names(List<QuestionView> asked) {
        return accounts.names(asked.stream()
                .flatMap(question -> Stream.of(question.askedBy(), question.answeredBy(), question.closedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    private String name(Map<UUID, String> names, @Nullable UUID person) {
        return person == null ? "Boucle" : names.getOrDefault(person, say("item.somebody"));
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

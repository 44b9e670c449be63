package eu.boucle.notification;

import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyId;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.identity.Addressee;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the compliance officer is told without having asked. */
@Component
@WhereMailIsSet
class OfficerWriter implements LetterWriter {

    private final Discrepancies discrepancies;
    private final MessageSource messages;
    private final Moments moments;
    private final PageAddresses pages;

    OfficerWriter(Discrepancies discrepancies, MessageSource messages, Moments moments, PageAddresses pages) {
        this.discrepancies = discrepancies;
        this.messages = messages;
        this.moments = moments;
        this.pages = pages;
    }

    @Override
    public Set<LetterKind> kinds() {
        return EnumSet.of(LetterKind.WORK_OVERDUE, LetterKind.DISCREPANCY_OPENED, LetterKind.MEDIUM_LOST);
    }

    @Override
    public Optional<Content> write(Letter letter, Addressee to) {
        Locale locale = to.language().locale();
        String about = letter.about().isEmpty() ? "–" : letter.about();
        return switch (letter.kind()) {
            case WORK_OVERDUE -> Optional.of(new Content(List.of(late(letter.about(), locale)), pages.home()));
            case MEDIUM_LOST -> lost(letter, about, locale);
            default -> Optional.of(new Content(List.of(about), pages.discrepancies()));
        };
    }

    /** As the list of what waits says it. */
    private String late(String workAndReference, Locale locale) {
        int end = workAndReference.indexOf(' ');
        String work = "work.late" + workAndReference.substring(0, 1).toUpperCase(Locale.ROOT)
                + workAndReference.substring(1, end);
        return messages.getMessage(work, new Object[] {workAndReference.substring(end + 1)}, locale);
    }

    /** Unless somebody ruled on it meanwhile. */
    private Optional<Content> lost(Letter letter, String about, Locale locale) {
        DiscrepancyView gap = discrepancies.discrepancy(new DiscrepancyId(letter.subject()));
        return gap.open()
                ? Optional.of(new Content(
                        List.of(about, moments.dayTime(gap.dueAt(), locale)),
                        pages.discrepancy(gap.id().value().toString())))
                : Optional.empty();
    }
}

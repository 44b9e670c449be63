package eu.boucle.notification;

import eu.boucle.identity.Addressee;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.Period;
import eu.boucle.shared.RunId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What partner, clients and warehouse are told of a run; nothing, when it has gone another way meanwhile. */
@Component
@WhereMailIsSet
class RunWriter implements LetterWriter {

    private static final Set<RunStatus> OFF =
            EnumSet.of(RunStatus.PLANNED, RunStatus.PROPOSED, RunStatus.DECLINED, RunStatus.CANCELLED);

    static final Set<RunStatus> UNTREATED = EnumSet.of(RunStatus.HANDED_OVER, RunStatus.WEIGHED_IN);

    private final RunDesk runs;
    private final RunCalendar calendar;
    private final Moments moments;
    private final PageAddresses pages;

    RunWriter(RunDesk runs, RunCalendar calendar, Moments moments, PageAddresses pages) {
        this.runs = runs;
        this.calendar = calendar;
        this.moments = moments;
        this.pages = pages;
    }

    @Override
    public Set<LetterKind> kinds() {
        return EnumSet.of(
                LetterKind.RUN_PROPOSED,
                LetterKind.RUN_REMINDED,
                LetterKind.RUN_CONFIRMED,
                LetterKind.RUN_DECLINED,
                LetterKind.RUN_CANCELLED,
                LetterKind.TREATMENT_REMINDED);
    }

    @Override
    public Optional<Content> write(Letter letter, Addressee to) {
        RunView run = runs.run(new RunId(letter.subject()));
        Content content = content(letter, run, to.language().locale());
        return switch (letter.kind()) {
            case RUN_PROPOSED ->
                run.status() == RunStatus.PROPOSED
                        ? Optional.of(content.with(calendar.entry(run, letter, to)))
                        : Optional.empty();
            case RUN_REMINDED -> run.status() == RunStatus.PROPOSED ? Optional.of(content) : Optional.empty();
            case TREATMENT_REMINDED -> UNTREATED.contains(run.status()) ? Optional.of(content) : Optional.empty();
            case RUN_CONFIRMED ->
                OFF.contains(run.status())
                        ? Optional.empty()
                        : Optional.of(content.with(calendar.entry(run, letter, to)));
            case RUN_DECLINED ->
                run.status() == RunStatus.DECLINED
                        ? Optional.of(content.quoting(run.declineReason()))
                        : Optional.empty();
            default -> Optional.of(content.with(calendar.entry(run, letter, to)));
        };
    }

    /** A client reads its request's reference and comes to its request; others the run's. */
    private Content content(Letter letter, RunView run, Locale reader) {
        boolean client = !letter.about().isEmpty();
        String reference = client ? letter.about() : run.reference();
        return new Content(
                List.of(reference, days(run.window(), reader)),
                client ? pages.request(reference) : pages.run(reference));
    }

    private String days(Period window, Locale reader) {
        String from = moments.day(window.from(), reader);
        return window.from().equals(window.to()) ? from : from + " – " + moments.day(window.to(), reader);
    }
}

package eu.boucle.process;

import eu.boucle.identity.HostCalendar;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.Setting;
import java.time.Clock;
import java.util.Date;
import org.springframework.stereotype.Component;

/** Due dates counted from now by our clock and the host's settings, for the diagrams to read as properties. */
@Component("deadlines")
public class Deadlines {

    private final HostSettings settings;
    private final HostCalendar calendar;
    private final Clock clock;

    Deadlines(HostSettings settings, HostCalendar calendar, Clock clock) {
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    public Date getReviewDue() {
        return after(Setting.REVIEW_REMINDER);
    }

    public Date getValidationDue() {
        return after(Setting.VALIDATION);
    }

    public Date getDestructionDue() {
        return after(Setting.DESTRUCTION_ESCALATION);
    }

    public Date getReviewReminder() {
        return after(Setting.REVIEW_REMINDER);
    }

    public Date getReviewEscalation() {
        return after(Setting.REVIEW_ESCALATION);
    }

    public Date getConfirmationReminder() {
        return after(Setting.CONFIRMATION_REMINDER);
    }

    public Date getConfirmationEscalation() {
        return after(Setting.CONFIRMATION_ESCALATION);
    }

    public Date getTreatmentReminder() {
        return after(Setting.TREATMENT_REMINDER);
    }

    public Date getTreatmentEscalation() {
        return after(Setting.TREATMENT_ESCALATION);
    }

    public Date getFinalOperationsReminder() {
        return after(Setting.FINAL_OPERATIONS_REMINDER);
    }

    public Date getFinalOperationsEscalation() {
        return after(Setting.FINAL_OPERATIONS_ESCALATION);
    }

    public Date getDiscrepancyReminder() {
        return after(Setting.DISCREPANCY_REMINDER);
    }

    public Date getQuestionReminder() {
        return after(Setting.QUESTION_REMINDER);
    }

    public Date getDestructionReminder() {
        return after(Setting.DESTRUCTION_REMINDER);
    }

    public Date getDestructionEscalation() {
        return after(Setting.DESTRUCTION_ESCALATION);
    }

    private Date after(Setting setting) {
        return Date.from(calendar.after(clock.instant(), settings.delay(setting)));
    }
}

package eu.boucle.process;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Date;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Due dates counted from now by our clock, for the diagrams to read as properties. */
@Component("deadlines")
@EnableConfigurationProperties(DeadlineSettings.class)
public class Deadlines {

    private final DeadlineSettings settings;
    private final WorkingDays calendar;
    private final Clock clock;
    private final ZoneId zone;

    Deadlines(
            DeadlineSettings settings,
            WorkingDays calendar,
            Clock clock,
            @Value("${boucle.zone:Europe/Paris}") String zone) {
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
        this.zone = ZoneId.of(zone);
    }

    public Date getReviewDue() {
        return after(settings.reviewReminder());
    }

    public Date getValidationDue() {
        return after(settings.validation());
    }

    public Date getDestructionDue() {
        return after(settings.destructionEscalation());
    }

    public Date getReviewReminder() {
        return after(settings.reviewReminder());
    }

    public Date getReviewEscalation() {
        return after(settings.reviewEscalation());
    }

    public Date getMediaReminder() {
        return after(settings.mediaReminder());
    }

    public Date getMediaEscalation() {
        return after(settings.mediaEscalation());
    }

    public Date getConfirmationReminder() {
        return after(settings.confirmationReminder());
    }

    public Date getConfirmationEscalation() {
        return after(settings.confirmationEscalation());
    }

    public Date getTreatmentReminder() {
        return after(settings.treatmentReminder());
    }

    public Date getTreatmentEscalation() {
        return after(settings.treatmentEscalation());
    }

    public Date getFinalOperationsReminder() {
        return after(settings.finalOperationsReminder());
    }

    public Date getFinalOperationsEscalation() {
        return after(settings.finalOperationsEscalation());
    }

    public Date getDiscrepancyReminder() {
        return after(settings.discrepancyReminder());
    }

    public Date getQuestionReminder() {
        return after(settings.questionReminder());
    }

    public Date getDestructionReminder() {
        return after(settings.destructionReminder());
    }

    public Date getDestructionEscalation() {
        return after(settings.destructionEscalation());
    }

    private Date after(String words) {
        return Date.from(Delay.of(words).after(clock.instant(), zone, calendar));
    }
}

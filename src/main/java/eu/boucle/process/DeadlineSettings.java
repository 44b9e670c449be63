package eu.boucle.process;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How long each wait may last, in words: {@code 2 working days}, {@code 60 days}, {@code PT48H}. */
@ConfigurationProperties("boucle.deadlines")
record DeadlineSettings(
        @DefaultValue("2 working days") String reviewReminder,
        @DefaultValue("4 working days") String reviewEscalation,
        @DefaultValue("10 working days") String mediaReminder,
        @DefaultValue("15 working days") String mediaEscalation,
        @DefaultValue("2 working days") String validation,
        @DefaultValue("PT48H") String confirmationReminder,
        @DefaultValue("4 working days") String confirmationEscalation,
        @DefaultValue("45 days") String treatmentReminder,
        @DefaultValue("60 days") String treatmentEscalation,
        @DefaultValue("60 days") String finalOperationsReminder,
        @DefaultValue("90 days") String finalOperationsEscalation,
        @DefaultValue("PT24H") String discrepancyReminder,
        @DefaultValue("3 working days") String questionReminder,
        @DefaultValue("3 working days") String destructionReminder,
        @DefaultValue("5 working days") String destructionEscalation) {}

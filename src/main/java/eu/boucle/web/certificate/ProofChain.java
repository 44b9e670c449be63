package eu.boucle.web.certificate;

import eu.boucle.certificate.CertificateView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.Coverage;
import eu.boucle.sanitization.SanitizationReview;
import eu.boucle.treatment.TreatmentDesk;
import eu.boucle.treatment.TreatmentView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The steps that a certificate rests on, in the order in which they happened. The caller has the certificate. */
@Component
class ProofChain {

    private final RequestDesk requests;
    private final RunDesk runs;
    private final TreatmentDesk treatment;
    private final SanitizationReview review;
    private final MessageSource messages;

    ProofChain(
            RequestDesk requests,
            RunDesk runs,
            TreatmentDesk treatment,
            SanitizationReview review,
            MessageSource messages) {
        this.requests = requests;
        this.runs = runs;
        this.treatment = treatment;
        this.review = review;
        this.messages = messages;
    }

    /** One link of the chain, as the timeline draws it. */
    record Step(
            String kind,
            String title,
            Instant at,
            @Nullable String by,
            @Nullable String detail) {}

    List<Step> of(CertificateView certificate, Locale locale) {
        RequestView request = requests.request(certificate.request());
        List<Step> steps = new ArrayList<>();
        add(steps, "submitted", request.submittedAt(), null, locale, request.reference());
        add(steps, "accepted", request.decidedAt(), null, locale);
        Coverage coverage = review.coverage(request.id());
        add(steps, "validated", coverage.validatedAt(), null, locale, coverage.decided(), coverage.expected());
        for (RunView run : runs.ofRequest(request.id())) {
            if (certificate.run() == null || run.id().equals(certificate.run())) {
                add(steps, "frozen", run.closedAt(), run.manifestSha256(), locale, run.reference());
                add(
                        steps,
                        "left",
                        run.handedOverAt(),
                        null,
                        locale,
                        run.reference(),
                        run.partnerSite().name());
                add(steps, "received", run.receivedAt(), null, locale, run.reference());
            }
        }
        for (TreatmentView report : treatment.ofRequest(request.id())) {
            add(steps, "treated", report.reportedAt(), report.method(), locale, report.version());
        }
        steps.removeIf(step -> step.at().isAfter(certificate.issuedAt()));
        steps.sort(Comparator.comparing(Step::at));
        add(steps, "issued", certificate.issuedAt(), certificate.sha256(), locale, certificate.number());
        return steps;
    }

    private void add(
            List<Step> steps,
            String key,
            @Nullable Instant at,
            @Nullable String detail,
            Locale locale,
            Object... arguments) {
        if (at != null) {
            steps.add(new Step("done", messages.getMessage("chain." + key, arguments, locale), at, null, detail));
        }
    }
}

package eu.boucle.web;

import eu.boucle.flow.WorkItem;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The one place that knows on which page each kind of work is done. */
@Component
public class WorkLinks {

    private static final String REQUEST = "/requests/{reference}";
    private static final String RUN = "/runs/{reference}";
    private static final String ITEMS = "/requests/{reference}/assets";
    private static final String SANITIZATION = "/requests/{reference}/sanitization";
    private static final String MEDIUM = "/bench/media/{subject}";
    private static final String DESTRUCTION = "/bench/media/{subject}/destruction";
    private static final String TREATMENT = "/runs/{reference}/treatment";
    private static final String DISCREPANCY = "/discrepancies/{subject}";
    private static final String QUESTIONS = "/assets/{reference}#questions";
    private static final String PARTNER_SITE = "/settings/partner-sites/{subject}";
    private static final String HOME = "/";

    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("finishDraft", REQUEST),
            Map.entry("reviewRequest", REQUEST),
            Map.entry("lateReviewRequest", REQUEST),
            Map.entry("completeRequest", REQUEST),
            Map.entry("classifyAsset", ITEMS),
            Map.entry("decideMedia", SANITIZATION),
            Map.entry("lateMediaDecided", SANITIZATION),
            Map.entry("confirmEmpty", SANITIZATION),
            Map.entry("validateSanitization", SANITIZATION),
            Map.entry("lateTreated", REQUEST),
            Map.entry("lateFinalOperationsReported", REQUEST),
            Map.entry("ruleResult", MEDIUM),
            Map.entry("inbox", "/bench/inbox"),
            Map.entry("destroyMedium", DESTRUCTION),
            Map.entry("lateDestroyMedium", MEDIUM),
            Map.entry("validateDestruction", MEDIUM),
            Map.entry("joinRun", "/runs/new?request={reference}"),
            Map.entry("receiveBack", REQUEST),
            Map.entry("confirmRun", RUN),
            Map.entry("lateConfirmed", RUN),
            Map.entry("replan", RUN),
            Map.entry("load", RUN),
            Map.entry("enterSlips", RUN),
            Map.entry("handOver", RUN),
            Map.entry("countersignHandover", RUN),
            Map.entry("receiveRun", RUN),
            Map.entry("reportTreatment", TREATMENT),
            Map.entry("reviewTreatment", TREATMENT),
            Map.entry("acceptTreatment", TREATMENT),
            Map.entry("ruleCorrection", TREATMENT),
            Map.entry("resolveDiscrepancy", DISCREPANCY),
            Map.entry("lateResolveDiscrepancy", DISCREPANCY),
            Map.entry("answerQuestion", QUESTIONS),
            Map.entry("answerFound", REQUEST + "#found"),
            Map.entry("closeQuestion", QUESTIONS),
            Map.entry("lateAnswerQuestion", QUESTIONS),
            Map.entry("permitExpires", PARTNER_SITE),
            Map.entry("receiptExpires", PARTNER_SITE),
            Map.entry("certificateExpires", PARTNER_SITE),
            Map.entry("reviseCertificate", "/certificates/{reference}"),
            Map.entry("unblockCertificate", "/certificates"),
            Map.entry("blockedCertificate", "/certificates"),
            Map.entry("incident", "/operations"));

    /** The page of this work; the start page for a kind that has none yet. */
    public String to(WorkItem item) {
        return UriComponentsBuilder.fromUriString(PAGES.getOrDefault(item.kind(), HOME))
                .buildAndExpand(Map.of("reference", item.reference(), "subject", item.subject()))
                .encode()
                .toUriString();
    }

    public static boolean knows(String kind) {
        return PAGES.containsKey(kind);
    }
}

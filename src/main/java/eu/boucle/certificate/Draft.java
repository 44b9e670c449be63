package eu.boucle.certificate;

import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certificate before it has a number: everything it says, in the client's language, and the same as data. Two drafts
 * with equal data are the same certificate.
 *
 * @param assets how many assets (media, for data) it speaks of
 * @param items every tag and serial named, for finding the certificate again
 * @param data the snapshot, without number, date or code
 */
record Draft(
        CertificateType type,
        RequestId request,
        String requestReference,
        @Nullable RunId run,
        UUID organisation,
        String client,
        boolean provisional,
        int assets,
        List<Fact> facts,
        List<String> claims,
        List<Section> sections,
        List<Item> items,
        Map<String, Object> data,
        Wording wording) {

    /** @param serial as read; empty when unknown */
    record Item(String tag, String serial) {}

    /** What can be in force once: a type, a request, and for take-back notes a run. */
    String key() {
        return type.name() + ":" + request.value() + ":" + (run == null ? "" : run.value());
    }
}

package eu.boucle.certificate;

import eu.boucle.asset.AssetFoundOnSite;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumFound;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A medium found in what is still here, after the data certificate of its request was issued: what it says is no longer
 * all. One found in what has left is a discrepancy, and its end proposes the revision.
 */
@Component
class MediaFoundLater {

    private static final Set<AssetState> HERE = EnumSet.of(
            AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.REFUSED, AssetState.MISSING);

    private final AssetRegister assets;
    private final MediaRegister media;
    private final CertificateRevisions revisions;

    MediaFoundLater(AssetRegister assets, MediaRegister media, CertificateRevisions revisions) {
        this.assets = assets;
        this.media = media;
        this.revisions = revisions;
    }

    @EventListener
    void on(MediumFound event) {
        AssetView asset = assets.asset(event.asset());
        if (HERE.contains(asset.state())) {
            var serial = media.medium(event.medium()).serial();
            String note = asset.tag().value() + (serial == null ? "" : " – " + serial.raw());
            propose(event.request(), event.medium().value(), note, event.stamp());
        }
    }

    @EventListener
    void on(AssetFoundOnSite event) {
        if (event.media() > 0) {
            propose(event.request(), event.asset().value(), event.tag(), event.stamp());
        }
    }

    private void propose(RequestId request, UUID cause, String note, EventStamp stamp) {
        revisions.propose(
                request, EnumSet.of(CertificateType.DATA_SANITIZATION), RevisionCause.MEDIUM_FOUND, cause, note, stamp);
    }
}

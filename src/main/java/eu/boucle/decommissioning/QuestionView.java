package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.document.FileId;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question on an asset as other rooms read it.
 *
 * @param blocking whether the certificates of the request wait until it is closed
 * @param askedAs the role in which it was asked: whose turn it is once it is answered
 * @param answer empty until answered
 */
public record QuestionView(
        QuestionId id,
        RequestId request,
        UUID organisation,
        AssetId asset,
        AssetTag tag,
        String question,
        boolean blocking,
        QuestionState state,
        @Nullable UUID askedBy,
        Role askedAs,
        Instant askedAt,
        Instant dueAt,
        String answer,
        @Nullable FileId file,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt,
        @Nullable UUID closedBy,
        @Nullable Instant closedAt) {

    public boolean open() {
        return state != QuestionState.CLOSED;
    }
}

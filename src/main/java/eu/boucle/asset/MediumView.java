package eu.boucle.asset;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A medium as other rooms read it.
 *
 * @param unnamed true for the stand-in of an asset that usually holds data and was declared without media
 * @param acceptedMissing true once the officer accepted the loss
 * @param decided true when nothing more is awaited before its asset may leave
 */
public record MediumView(
        MediumId id,
        AssetId asset,
        AssetTag tag,
        RequestId request,
        UUID organisation,
        MediumKind kind,
        MediumInterface attached,
        @Nullable SerialNumber serial,
        String model,
        @Nullable Integer capacityGb,
        MediumStatus status,
        DataInstruction instruction,
        boolean unnamed,
        boolean acceptedMissing,
        boolean decided) {}

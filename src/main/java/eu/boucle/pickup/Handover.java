package eu.boucle.pickup;

import java.util.List;

/**
 * Command: the lorry leaves.
 *
 * @param signatureKind GLASS (value is a PNG data URL) or TYPED (value is the name)
 * @param slips one number for each dangerous waste code of the manifest
 */
public record Handover(
        String driverName,
        String plate,
        String signatureKind,
        String signatureValue,
        List<String> seals,
        List<Slip> slips) {

    public record Slip(String wasteCode, String number) {}
}

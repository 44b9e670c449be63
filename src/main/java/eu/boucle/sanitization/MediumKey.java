package eu.boucle.sanitization;

import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.MediumView;
import java.util.Locale;

/** What a medium is called in {@code sanitization-techniques.csv}: its kind and interface as declared, refined by the bus that a report names. */
final class MediumKey {

    private MediumKey() {}

    static String of(MediumView medium) {
        return of(medium, "");
    }

    /** @param bus as the report names it; empty when nobody looked */
    static String of(MediumView medium, String bus) {
        String named = bus.strip().toUpperCase(Locale.ROOT);
        return switch (medium.kind()) {
            case HDD ->
                named.equals("NVME") ? "NVME" : named.endsWith("-SSD") ? "SSD_ATA" : disk(medium.attached(), named);
            case SSD -> named.equals("NVME") ? "NVME" : solid(medium.attached(), named);
            case NVME -> "NVME";
            case FLASH -> "FLASH_USB_SD_EMMC";
            case TAPE -> "TAPE";
            case CONFIG -> "CONFIG_FLASH";
            case PHONE -> "PHONE_TABLET";
            case OTHER, UNKNOWN -> byBus(named);
        };
    }

    /** What an UNKNOWN medium turns out to be; UNKNOWN again when the bus does not say. */
    static MediumKind kindOn(String bus) {
        return switch (bus.strip().toUpperCase(Locale.ROOT)) {
            case "NVME" -> MediumKind.NVME;
            case "ATA-SSD", "SAS-SSD", "USB-SSD" -> MediumKind.SSD;
            case "ATA", "SAS", "SCSI" -> MediumKind.HDD;
            case "MMC" -> MediumKind.FLASH;
            default -> MediumKind.UNKNOWN;
        };
    }

    static MediumInterface attachedOn(String bus) {
        String named = bus.strip().toUpperCase(Locale.ROOT);
        if (named.equals("NVME")) {
            return MediumInterface.NVME;
        }
        if (named.startsWith("SAS") || named.equals("SCSI")) {
            return MediumInterface.SAS;
        }
        return named.startsWith("USB") || named.equals("MMC") ? MediumInterface.USB : MediumInterface.ATA;
    }

    static boolean solidState(String key) {
        return key.startsWith("SSD") || key.equals("NVME");
    }

    private static String disk(MediumInterface attached, String bus) {
        return attached == MediumInterface.SAS || bus.equals("SAS") || bus.equals("SCSI") ? "HDD_SAS" : "HDD_ATA";
    }

    private static String solid(MediumInterface attached, String bus) {
        if (attached == MediumInterface.NVME) {
            return "NVME";
        }
        return attached == MediumInterface.SAS || bus.startsWith("SAS") || bus.equals("SCSI") ? "SSD_SAS" : "SSD_ATA";
    }

    private static String byBus(String bus) {
        return switch (kindOn(bus)) {
            case NVME -> "NVME";
            case SSD -> solid(attachedOn(bus), bus);
            case HDD -> disk(attachedOn(bus), bus);
            case FLASH -> "FLASH_USB_SD_EMMC";
            default -> "UNKNOWN";
        };
    }
}

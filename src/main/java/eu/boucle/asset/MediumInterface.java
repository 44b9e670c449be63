package eu.boucle.asset;

/** How the medium is attached; none counts as ATA for disks. */
public enum MediumInterface {
    ATA,
    SAS,
    NVME,
    USB,
    NONE
}

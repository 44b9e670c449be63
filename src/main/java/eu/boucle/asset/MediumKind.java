package eu.boucle.asset;

/** What holds the data. UNKNOWN is settled by the report or a person. */
public enum MediumKind {
    HDD,
    SSD,
    NVME,
    FLASH,
    TAPE,
    CONFIG,
    PHONE,
    OTHER,
    UNKNOWN
}

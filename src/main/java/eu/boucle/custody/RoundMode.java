package eu.boucle.custody;

/** What a scan round is for. */
public enum RoundMode {
    TAGGING,
    INTAKE,
    CONTROL,
    LOADING,
    RECEPTION
}

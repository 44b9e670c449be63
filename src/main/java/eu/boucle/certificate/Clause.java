package eu.boucle.certificate;

import static eu.boucle.certificate.CertificateType.DATA_SANITIZATION;
import static eu.boucle.certificate.CertificateType.ROHS_STATEMENT;
import static eu.boucle.certificate.CertificateType.TAKE_BACK;
import static eu.boucle.certificate.CertificateType.WEEE_TREATMENT;

import java.util.Arrays;
import java.util.List;

/**
 * A sentence of a certificate that the compliance officer may word: what the paper claims. Heads, labels and values are not
 * among them. A sentence that states law prints only under an approved template.
 */
public enum Clause {
    TAKE_BACK_CLAIM(TAKE_BACK, false, "takeBack.claim", "hash", "date", "time", "giver", "taker", "basis"),
    DATA_CLAIM(DATA_SANITIZATION, false, "data.claim", "policy", "level"),
    DATA_REPORTS(DATA_SANITIZATION, false, "data.claim.reports"),
    DATA_EXCEPTIONS(DATA_SANITIZATION, false, "data.claim.exceptions"),
    DATA_SPARE_AREAS(DATA_SANITIZATION, false, "data.spareAreas"),
    DATA_DESTRUCTION(DATA_SANITIZATION, false, "data.destruction", "date", "norm", "class"),
    DATA_PARTICLES(DATA_SANITIZATION, true, "data.particles", "size"),
    DATA_CONTROLLER(DATA_SANITIZATION, true, "data.controller"),
    WEEE_CLAIM(WEEE_TREATMENT, false, "weee.claim", "partner", "siret", "permit", "lot", "date", "weight"),
    WEEE_CLAIM_WITHOUT_SLIP(
            WEEE_TREATMENT, false, "weee.claimWithoutSlip", "partner", "siret", "permit", "lot", "date", "weight"),
    WEEE_CONTRACT(WEEE_TREATMENT, true, "weee.contract"),
    ROHS_SCOPE(ROHS_STATEMENT, false, "rohs.scope"),
    ROHS_NO_DECLARATION(ROHS_STATEMENT, true, "rohs.noDeclaration"),
    ROHS_DATES(ROHS_STATEMENT, false, "rohs.dates", "since", "before", "unknown"),
    ROHS_DEPOLLUTION(ROHS_STATEMENT, false, "rohs.depollution"),
    ROHS_NOT_REUSED(ROHS_STATEMENT, false, "rohs.notReused"),
    ROHS_REUSED(ROHS_STATEMENT, false, "rohs.reused");

    private final CertificateType type;
    private final boolean law;
    private final String key;
    private final List<String> placeholders;

    Clause(CertificateType type, boolean law, String key, String... placeholders) {
        this.type = type;
        this.law = law;
        this.key = key;
        this.placeholders = List.of(placeholders);
    }

    public CertificateType type() {
        return type;
    }

    /** It states law: held back until the template is approved, and may be left out. */
    public boolean law() {
        return law;
    }

    /** The names that may stand in braces, in the order of their values. */
    public List<String> placeholders() {
        return placeholders;
    }

    /** Of the shipped sentence, {@code paper.KEY}. */
    String key() {
        return key;
    }

    public static List<Clause> of(CertificateType type) {
        return Arrays.stream(values()).filter(clause -> clause.type == type).toList();
    }
}

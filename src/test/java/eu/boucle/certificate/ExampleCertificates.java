package eu.boucle.certificate;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Certificates for tests of pages: really drawn and numbered, on a lot that exists on paper only. */
@Component
@Transactional
public class ExampleCertificates {

    private final CertificatePress press;
    private final BlockedList blocked;
    private final Organisations organisations;
    private final MessageSource messages;
    private final JdbcClient jdbc;

    ExampleCertificates(
            CertificatePress press,
            BlockedList blocked,
            Organisations organisations,
            MessageSource messages,
            JdbcClient jdbc) {
        this.press = press;
        this.blocked = blocked;
        this.organisations = organisations;
        this.messages = messages;
        this.jdbc = jdbc;
    }

    /** A WEEE treatment certificate of Client A, with SRV-1 and SW-2. */
    public CertificateView issue(boolean provisional) {
        DossierExample example = DossierExample.finished();
        if (provisional) {
            example.fraction("reste", "2", "R 12", false, "INTERIM", null);
        }
        return issue(example);
    }

    /** One superseded by the next: the second is returned. */
    public CertificateView superseding() {
        DossierExample example = DossierExample.finished();
        issue(example);
        example.fraction("verre", "1", "R 5", true, "RECYCLING", null);
        return issue(example);
    }

    /** A code that opens this certificate, as if it had been printed. */
    public String printedCode(String number) {
        VerificationCode code = VerificationCode.draw();
        jdbc.sql("update certificate set code_hash = ? where number = ?")
                .params(code.hash(number), number)
                .update();
        return code.printed();
    }

    /** A blocked certificate: a discrepancy is open. */
    public String blocked() {
        DossierExample example = DossierExample.finished();
        example.openGap();
        Dossier dossier = example.dossier();
        blocked.keep(
                dossier,
                CertificateType.WEEE_TREATMENT,
                Obstacles.of(CertificateType.WEEE_TREATMENT, dossier, null, DossierExample.PARIS),
                Actor.system(example.client));
        return dossier.request().reference();
    }

    private CertificateView issue(DossierExample example) {
        Dossier dossier = example.dossier();
        OrganisationView issuer = organisations
                .host()
                .orElseGet(() -> organisations.found(
                        OrganisationId.next(),
                        OrganisationKind.HOST,
                        dossier.host().name(),
                        dossier.host().siret(),
                        dossier.host().address(),
                        Language.FR));
        Wording wording = new Wording(messages, example.language.locale(), DossierExample.PARIS);
        return press.issue(
                WeeeCertificate.draft(dossier, TreatedLot.of(dossier), wording),
                issuer,
                null,
                Actor.system(example.client));
    }
}

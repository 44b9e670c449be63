package eu.boucle.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.Outcome;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds for certificates on either database. */
abstract class CertificatePressScenarios {

    @Autowired
    CertificatePress press;

    @Autowired
    CertificateVault vault;

    @Autowired
    BlockedList blocked;

    @Autowired
    Organisations organisations;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final DossierExample example = DossierExample.finished();
    private OrganisationView issuer = example.dossier().host();

    @Test
    void issuingAgainGivesTheFirstAndACorrectionSupersedesIt() {
        CertificateView first = issue(example);
        assertThat(issue(example)).isEqualTo(read(first.number()));
        example.fraction("verre", "1", "R 5", true, "RECYCLING", null);
        CertificateView second = issue(example);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.supersedes()).isEqualTo(first.number());
        CertificateView old = read(first.number());
        assertThat(old.state()).isEqualTo(CertificateState.SUPERSEDED);
        assertThat(old.supersededBy()).isEqualTo(second.number());
        assertThat(vault.versions(second)).extracting(CertificateView::version).containsExactly(1, 2);
        assertThat(vault.pdf(first.number(), officer())).startsWith("%PDF".getBytes());
    }

    @Test
    void theFinalCertificateSupersedesTheProvisionalOne() {
        example.fraction("reste", "2", "R 12", false, "INTERIM", null);
        CertificateView provisional = issue(example);
        assertThat(provisional.provisional()).isTrue();
        assertThat(vault.json(provisional.number(), officer())).contains("\"provisionalUntil\"");
        example.clearFractions();
        example.fraction("métaux", "40", "R 4", true, "RECYCLING", null);
        CertificateView last = issue(example);
        assertThat(last.provisional()).isFalse();
        assertThat(last.reason()).isEqualTo("opérations finales déclarées");
        assertThat(vault.verify(provisional.number(), null).orElseThrow().supersededBy())
                .isEqualTo(last.number());
    }

    @Test
    void onlyThePrintedCodeOpensClientAndSerials() {
        CertificateView certificate = issue(example);
        PublicVerification stranger =
                vault.verify(certificate.number(), "0000 0000").orElseThrow();
        assertThat(stranger.client()).isNull();
        assertThat(stranger.serials()).isNull();
        assertThat(stranger.sha256()).isEqualTo(certificate.sha256());
        VerificationCode code = VerificationCode.draw();
        jdbc.sql("update certificate set code_hash = ? where number = ?")
                .params(code.hash(certificate.number()), certificate.number())
                .update();
        PublicVerification holder = vault.verify(
                        certificate.number().toLowerCase(java.util.Locale.ROOT), code.printed())
                .orElseThrow();
        assertThat(holder.client()).isEqualTo("Client A");
        assertThat(holder.assets()).isEqualTo(2);
        assertThat(holder.serials()).containsExactlyInAnyOrder("SRV-1", "SW-2");
        assertThat(vault.verifyHash(certificate.sha256()).orElseThrow().number())
                .isEqualTo(certificate.number());
        assertThat(vault.verify("CE-1999-000001", null)).isEmpty();
        assertThat(vault.json(certificate.number(), officer())).doesNotContain(code.value());
    }

    @Test
    void anotherClientSeesNothingAndTheWarehouseHasNoVault() {
        CertificateView certificate = issue(example);
        Actor owner = person(Role.CLIENT, example.client);
        Actor stranger = person(Role.CLIENT, OrganisationId.next());
        assertThat(vault.certificate(certificate.number(), owner).number()).isEqualTo(certificate.number());
        for (Actor other : List.of(stranger)) {
            assertThatThrownBy(() -> vault.certificate(certificate.number(), other))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> vault.pdf(certificate.number(), other)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> vault.json(certificate.number(), other)).isInstanceOf(NotFound.class);
            assertThat(vault.page(CertificateFilter.none(), null, 50, other).items())
                    .isEmpty();
        }
        assertThatThrownBy(() ->
                        vault.page(CertificateFilter.none(), null, 50, person(Role.WAREHOUSE, OrganisationId.next())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> vault.revoke(certificate.number(), Reason.of("doute"), owner))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void aListIsNarrowedAndPagedByKey() {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            DossierExample lot = new DossierExample();
            lot.asset("KEY-" + i, null, "", false, Outcome.RECYCLED);
            lot.fraction("métaux", "40", "R 4", true, "RECYCLING", null);
            numbers.add(issue(lot, example.client).number());
        }
        Actor owner = person(Role.CLIENT, example.client);
        Set<String> seen = new HashSet<>();
        String after = null;
        do {
            Slice<CertificateView> slice = vault.page(CertificateFilter.none(), after, 2, owner);
            slice.items().forEach(c -> seen.add(c.number()));
            after = slice.next();
        } while (after != null);
        assertThat(seen).containsExactlyInAnyOrderElementsOf(numbers);
        assertThat(vault.page(new CertificateFilter(null, null, null, "key-3", null, null), null, 9, owner)
                        .items())
                .extracting(CertificateView::number)
                .containsExactly(numbers.get(3));
        assertThat(vault.page(
                                new CertificateFilter(
                                        "DR-2026-000123",
                                        CertificateType.WEEE_TREATMENT,
                                        CertificateState.ISSUED,
                                        null,
                                        null,
                                        "ce-"),
                                null,
                                9,
                                owner)
                        .items())
                .hasSize(5);
        assertThat(vault.page(new CertificateFilter(null, null, null, null, "XXXXXXX", "100%"), null, 9, owner)
                        .items())
                .isEmpty();
    }

    @Test
    void aRevokedCertificateStaysReadableAndIsReplacedByTheNext() {
        CertificateView certificate = issue(example);
        vault.revoke(certificate.number(), Reason.of("erreur de lot"), officer());
        assertThat(vault.verify(certificate.number(), null).orElseThrow().state())
                .isEqualTo(CertificateState.REVOKED);
        assertThatThrownBy(() -> vault.revoke(certificate.number(), Reason.of("encore"), officer()))
                .isInstanceOf(StateForbids.class);
        CertificateView next = issue(example);
        assertThat(next.version()).isEqualTo(2);
        assertThat(next.number()).isNotEqualTo(certificate.number());
    }

    @Test
    void fourAtOnceIssueOneAndTheSeriesHasNoGap() throws Exception {
        List<Callable<String>> jobs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            jobs.add(() -> issue(example).number());
        }
        Set<String> given = new HashSet<>();
        try (ExecutorService pool = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(4))) {
            for (Future<String> job : pool.invokeAll(jobs)) {
                try {
                    given.add(job.get());
                } catch (java.util.concurrent.ExecutionException lostTheRace) {
                    // The engine runs such a job again: then it gets the first.
                    given.add(issue(example).number());
                }
            }
        }
        assertThat(given).hasSize(1);
        String next = issue(DossierExample.finished()).number();
        assertThat(sequence(next)).isEqualTo(sequence(given.iterator().next()) + 1);
    }

    @Test
    void aRefusalIsRememberedOnceWithItsFirstDay() {
        example.openGap();
        Dossier dossier = example.dossier();
        List<Missing> missing = Obstacles.of(CertificateType.WEEE_TREATMENT, dossier, null, DossierExample.PARIS);
        transaction.executeWithoutResult(
                t -> blocked.keep(dossier, CertificateType.WEEE_TREATMENT, missing, officer()));
        Blocked first =
                blocked.of(example.request, CertificateType.WEEE_TREATMENT).orElseThrow();
        assertThat(first.missing()).isEqualTo(missing);
        List<Missing> more = new ArrayList<>(missing);
        more.add(new Missing("OUTCOME_MISSING", "T", Role.PARTNER, List.of()));
        transaction.executeWithoutResult(t -> blocked.keep(dossier, CertificateType.WEEE_TREATMENT, more, officer()));
        Blocked second =
                blocked.of(example.request, CertificateType.WEEE_TREATMENT).orElseThrow();
        assertThat(second.since()).isEqualTo(first.since());
        assertThat(second.missing()).hasSize(2);
        transaction.executeWithoutResult(t -> blocked.lift(example.request, CertificateType.WEEE_TREATMENT));
        assertThat(blocked.of(example.request, CertificateType.WEEE_TREATMENT)).isEmpty();
    }

    private CertificateView issue(DossierExample lot) {
        return issue(lot, lot.client);
    }

    private CertificateView issue(DossierExample lot, OrganisationId owner) {
        Dossier dossier = lot.dossier();
        Draft draft = WeeeCertificate.draft(dossier, TreatedLot.of(dossier), lot.wording());
        Draft owned = new Draft(
                draft.type(),
                draft.request(),
                draft.requestReference(),
                draft.run(),
                owner.value(),
                draft.client(),
                draft.provisional(),
                draft.assets(),
                draft.facts(),
                draft.claims(),
                draft.sections(),
                draft.items(),
                draft.data(),
                draft.wording());
        return transaction.execute(t -> press.issue(owned, issuer, null, Actor.system(owner)));
    }

    private CertificateView read(String number) {
        return vault.certificate(number, officer());
    }

    private static long sequence(String number) {
        return Long.parseLong(number.substring(number.lastIndexOf('-') + 1));
    }

    private static Actor officer() {
        return person(Role.COMPLIANCE, OrganisationId.next());
    }

    private static Actor person(Role role, OrganisationId organisation) {
        return new Actor(UUID.randomUUID(), "Test", Set.of(role), Set.of(organisation));
    }

    /** There is one host in an installation, and tests share one application. */
    @BeforeEach
    void host() {
        OrganisationView host = example.dossier().host();
        issuer = organisations
                .host()
                .orElseGet(() -> organisations.found(
                        OrganisationId.next(),
                        OrganisationKind.HOST,
                        host.name(),
                        host.siret(),
                        host.address(),
                        host.language()));
    }
}

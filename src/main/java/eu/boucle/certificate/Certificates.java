package eu.boucle.certificate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Certificates kept. Reads for people go by SQL with the tenant filter, in {@link CertificateVault}. */
interface Certificates extends Repository<Certificate, UUID> {

    Certificate saveAndFlush(Certificate certificate);

    Optional<Certificate> findByInForce(String key);

    Optional<Certificate> findByNumber(String number);

    /** The last one given for a type, request and run, whatever became of it. */
    Optional<Certificate> findFirstByTypeAndRequestIdAndRunIdOrderByEditionDesc(
            CertificateType type, UUID requestId, @org.jspecify.annotations.Nullable UUID runId);

    List<Certificate> findByRequestIdOrderByIssuedAtAscNumberAsc(UUID requestId);
}

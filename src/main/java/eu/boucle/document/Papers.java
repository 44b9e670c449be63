package eu.boucle.document;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Papers issued: drawn once, hashed, stored, served as stored. */
@Service
@Transactional
public class Papers {

    public PaperView issue(IssuePaper command) {
        throw new UnsupportedOperationException();
    }

    /** The stored bytes; their hash is checked on the way out. @throws eu.boucle.shared.NotFound */
    public byte[] bytes(PaperId id) {
        throw new UnsupportedOperationException();
    }

    /** The stored snapshot, as JSON. @throws eu.boucle.shared.NotFound */
    public String snapshot(PaperId id) {
        throw new UnsupportedOperationException();
    }

    /** Papers about a request or run, oldest first. The caller has checked that the reader may see the subject. */
    public List<PaperView> about(UUID subject) {
        throw new UnsupportedOperationException();
    }

    /** The newest paper of a type about a subject. */
    public Optional<PaperView> latest(String type, UUID subject) {
        throw new UnsupportedOperationException();
    }

    /** By the hash of its bytes: for public verification. */
    public Optional<PaperView> bySha256(String sha256) {
        throw new UnsupportedOperationException();
    }
}

package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Scope;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register's use cases on media. Each verb checks where the medium stands, writes its history row, recomputes the
 * clearance of its asset and publishes {@link MediumChanged}. Evidence is named by a word and an id or hash.
 */
@Service
@Transactional
public class MediaRegister {

    /** Unscoped: the caller holds the id by right. @throws eu.boucle.shared.NotFound */
    public MediumView medium(MediumId id) {
        throw new UnsupportedOperationException();
    }

    /** @throws eu.boucle.shared.NotFound also for another client's */
    public MediumView medium(MediumId id, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Media of open requests with this normalised serial, within the organisations; exact match. */
    public List<MediumView> bySerial(String normalisedSerial, Scope scope) {
        throw new UnsupportedOperationException();
    }

    /** Near misses for a person: vendor prefix, O/0, I/1, a leading S. */
    public List<MediumView> nearSerial(String normalisedSerial, Scope scope) {
        throw new UnsupportedOperationException();
    }

    public List<MediumView> ofRequest(RequestId request) {
        throw new UnsupportedOperationException();
    }

    public void erased(MediumId id, String evidence, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void failed(MediumId id, String evidence, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void undecided(MediumId id, String evidence, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void destroyed(MediumId id, String evidence, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void returned(MediumId id, String evidence, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Undecided media of an asset whose instruction says PARTNER: sealed inside. @throws eu.boucle.shared.StateForbids {@code NOT_ENTRUSTED_BY_CLIENT} otherwise */
    public void entrusted(MediumId id, String evidence, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    public void missing(MediumId id, Actor by, Instant at, Reason reason) {
        throw new UnsupportedOperationException();
    }

    public void acceptMissing(MediumId id, Actor by, Instant at, Reason reason) {
        throw new UnsupportedOperationException();
    }

    /** A medium found at teardown; it takes the place of the asset's unnamed stand-in when there is one. */
    public MediumView found(AssetTag tag, RegisterLot.ExpectedMedium medium, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Two people say that an asset holds no medium: the first call notes one, the second by another person removes the stand-in. @return true when both have spoken */
    public boolean confirmEmpty(AssetTag tag, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }
}

package eu.boucle.web;

import eu.boucle.asset.AssetState;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.MediumStatus;
import eu.boucle.certificate.CertificateState;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.identity.PersonState;
import eu.boucle.identity.SignInOutcome;
import eu.boucle.pickup.RunStatus;
import eu.boucle.sanitization.Verdict;
import org.springframework.stereotype.Component;

/** Which of the four states a word of the domain is shown as: colour and icon; the word itself is its message. */
@Component("chips")
public class Chips {

    /**
     * One chip.
     *
     * @param kind {@code done}, {@code waits}, {@code stop}, {@code told} or {@code plain}
     * @param icon of Bootstrap Icons
     * @param key of the word
     */
    public record Chip(String kind, String icon, String key) {}

    public Chip of(Enum<?> state) {
        String kind = switch (state) {
            case RequestStatus status -> kind(status);
            case RunStatus status -> kind(status);
            case AssetState asset -> kind(asset);
            case MediumStatus medium -> kind(medium);
            case Clearance clearance -> kind(clearance);
            case CertificateState certificate -> kind(certificate);
            case Verdict verdict -> kind(verdict);
            case PersonState person -> kind(person);
            case SignInOutcome signIn -> kind(signIn);
            case DiscrepancyOutcome outcome -> outcome == DiscrepancyOutcome.LOST ? "stop" : "done";
            default -> "plain";
        };
        return new Chip(kind, icon(kind), state.getDeclaringClass().getSimpleName() + "." + state.name());
    }

    /** A chip for a state that is no enum. */
    public Chip as(String kind, String key) {
        return new Chip(kind, icon(kind), key);
    }

    public String icon(String kind) {
        return switch (kind) {
            case "done" -> "check-circle-fill";
            case "waits" -> "hourglass-split";
            case "stop" -> "x-octagon-fill";
            case "told" -> "arrow-right-circle-fill";
            default -> "circle";
        };
    }

    private static String kind(RequestStatus status) {
        return switch (status) {
            case DRAFT -> "plain";
            case SUBMITTED, RETURNED -> "waits";
            case ACCEPTED, IN_PREPARATION, READY, HANDED_OVER -> "told";
            case TREATED, CLOSED -> "done";
            case REJECTED, CANCELLED -> "stop";
        };
    }

    private static String kind(RunStatus status) {
        return switch (status) {
            case PLANNED, CONFIRMED, LOADING, CLOSED, HANDED_OVER, WEIGHED_IN -> "told";
            case PROPOSED -> "waits";
            case TREATED -> "done";
            case DECLINED, CANCELLED -> "stop";
        };
    }

    private static String kind(AssetState state) {
        return switch (state) {
            case DECLARED -> "plain";
            case TAGGED, LOADED, HANDED_OVER, RECEIVED -> "told";
            case REUSED, RECYCLED, RECOVERED, DISPOSED, WITHDRAWN -> "done";
            case MISSING, REFUSED, DISPUTED -> "stop";
        };
    }

    private static String kind(MediumStatus status) {
        return switch (status) {
            case EXPECTED, UNDECIDED -> "waits";
            case ERASED, DESTROYED, RETURNED -> "done";
            case ENTRUSTED -> "told";
            case FAILED, MISSING -> "stop";
        };
    }

    private static String kind(Clearance clearance) {
        return switch (clearance) {
            case NONE -> "waits";
            case CLEARED -> "done";
            case SEALED -> "told";
        };
    }

    private static String kind(CertificateState state) {
        return switch (state) {
            case ISSUED -> "done";
            case SUPERSEDED -> "told";
            case REVOKED -> "stop";
        };
    }

    private static String kind(PersonState state) {
        return switch (state) {
            case INVITED -> "waits";
            case ACTIVE -> "done";
            case DISABLED -> "stop";
        };
    }

    private static String kind(SignInOutcome outcome) {
        return switch (outcome) {
            case SIGNED_IN -> "done";
            case SECOND_FACTOR_ASKED, LINK_USED -> "told";
            case TOO_MANY_TRIES -> "waits";
            case WRONG_PASSWORD, WRONG_CODE -> "stop";
        };
    }

    private static String kind(Verdict verdict) {
        return switch (verdict) {
            case ERASED -> "done";
            case FAILED -> "stop";
            case UNDECIDED -> "waits";
        };
    }
}

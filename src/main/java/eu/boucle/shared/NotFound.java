package eu.boucle.shared;

/** No such thing, or it belongs to somebody else: the two answers are one, 404 over HTTP. */
public final class NotFound extends Refusal {

    public NotFound() {
        super("NOT_FOUND");
    }
}

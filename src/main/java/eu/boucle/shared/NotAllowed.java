package eu.boucle.shared;

/** The person is known but this is not hers to do: 403 over HTTP. */
public final class NotAllowed extends Refusal {

    public NotAllowed(String code, Object... arguments) {
        super(code, arguments);
    }
}

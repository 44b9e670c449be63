package eu.boucle.shared;

/** The thing's present state forbids the verb: 409 over HTTP, with the code. */
public final class StateForbids extends Refusal {

    public StateForbids(String code, Object... arguments) {
        super(code, arguments);
    }
}

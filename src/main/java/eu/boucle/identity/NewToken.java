package eu.boucle.identity;

/** A token just issued. The secret is shown once and stored nowhere. */
public record NewToken(TokenView token, String secret) {

    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
        return "NewToken[" + token.id() + "]";
    }
}

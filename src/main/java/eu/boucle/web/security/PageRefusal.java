package eu.boucle.web.security;

/** Mark on a request whose use case was refused and whose reader was sent back to the form: it may be sent again. */
public final class PageRefusal {

    public static final String ATTRIBUTE = "boucle.page-refusal";

    private PageRefusal() {}
}

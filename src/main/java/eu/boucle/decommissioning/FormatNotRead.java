package eu.boucle.decommissioning;

/** The list is of a format that Boucle does not read: 415 over HTTP. */
public final class FormatNotRead extends RuntimeException {

    private final String format;

    public FormatNotRead(String format) {
        super(format);
        this.format = format;
    }

    public String format() {
        return format;
    }
}

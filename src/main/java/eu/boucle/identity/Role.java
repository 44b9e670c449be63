package eu.boucle.identity;

/** What a person may do. Staff is WAREHOUSE and COMPLIANCE. */
public enum Role {
    CLIENT(OrganisationKind.CLIENT),
    WAREHOUSE(OrganisationKind.HOST),
    COMPLIANCE(OrganisationKind.HOST),
    PARTNER(OrganisationKind.PARTNER),
    ADMIN(OrganisationKind.HOST);

    private final OrganisationKind side;

    Role(OrganisationKind side) {
        this.side = side;
    }

    /** The kind of organisation in which this role can be held. */
    public OrganisationKind side() {
        return side;
    }
}

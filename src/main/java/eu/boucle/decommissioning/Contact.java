package eu.boucle.decommissioning;

/** Who to call on the site. */
public record Contact(String name, String email, String phone) {}

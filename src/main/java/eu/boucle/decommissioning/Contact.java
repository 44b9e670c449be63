package eu.boucle.decommissioning;

import org.jspecify.annotations.Nullable;

/** Who to call on the site; what is not said is empty. */
public record Contact(String name, String email, String phone) {

    public Contact(@Nullable String name, @Nullable String email, @Nullable String phone) {
        this.name = name == null ? "" : name.strip();
        this.email = email == null ? "" : email.strip();
        this.phone = phone == null ? "" : phone.strip();
    }

    public static Contact none() {
        return new Contact("", "", "");
    }
}

package eu.boucle.web.security;

import eu.boucle.identity.Role;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler. A handler without it answers nobody. Roles only open the door: whose rows may be seen is
 * decided in the data layer.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Allowed {

    /** Any of these roles; empty means everybody who signed in. */
    Role[] value() default {};

    /** Visitors too, without signing in. */
    boolean anyone() default false;
}

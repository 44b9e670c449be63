package eu.boucle.identity;

import java.util.List;

/** Port: the accounts that the sign-in page shows. Only the demo profile has any. */
public interface DemoAccounts {

    List<DemoAccount> all();

    /** One account of the demo; {@code what} is a message key that tells what this person does. */
    record DemoAccount(String email, String password, String what) {}
}

package eu.boucle.identity;

import java.util.Set;

/** The account behind an API token, and what the token may do. */
public record TokenHolder(AccountView account, Set<TokenScope> scopes) {}

package eu.boucle.identity;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class PeopleOnPostgresTests extends PeopleRules {}

package eu.boucle.pickup;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class RunRulesOnPostgresTests extends RunRules {}

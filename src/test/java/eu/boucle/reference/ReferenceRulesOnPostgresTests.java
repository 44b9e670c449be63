package eu.boucle.reference;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class ReferenceRulesOnPostgresTests extends ReferenceRules {}

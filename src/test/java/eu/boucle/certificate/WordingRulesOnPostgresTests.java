package eu.boucle.certificate;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class WordingRulesOnPostgresTests extends WordingRules {}

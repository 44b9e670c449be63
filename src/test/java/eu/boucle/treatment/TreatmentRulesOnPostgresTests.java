package eu.boucle.treatment;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class TreatmentRulesOnPostgresTests extends TreatmentRules {}

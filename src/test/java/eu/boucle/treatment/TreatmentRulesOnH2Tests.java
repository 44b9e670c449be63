package eu.boucle.treatment;

import eu.boucle.support.BoucleTest;

@BoucleTest
class TreatmentRulesOnH2Tests extends TreatmentRules {}

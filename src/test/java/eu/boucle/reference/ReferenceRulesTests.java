package eu.boucle.reference;

import eu.boucle.support.BoucleTest;

@BoucleTest
class ReferenceRulesTests extends ReferenceRules {}

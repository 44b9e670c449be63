package eu.boucle.pickup;

import eu.boucle.support.BoucleTest;

@BoucleTest
class RunRulesTests extends RunRules {}

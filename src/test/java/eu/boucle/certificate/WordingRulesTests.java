package eu.boucle.certificate;

import eu.boucle.support.BoucleTest;

@BoucleTest
class WordingRulesTests extends WordingRules {}

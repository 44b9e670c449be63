package eu.boucle.custody;

import eu.boucle.support.BoucleTest;

@BoucleTest
class ScanRulesTests extends ScanRules {}

package eu.boucle.process;

import eu.boucle.support.BoucleTest;

@BoucleTest
class FlowTests extends FlowRules {}

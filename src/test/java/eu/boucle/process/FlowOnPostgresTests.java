package eu.boucle.process;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class FlowOnPostgresTests extends FlowRules {}

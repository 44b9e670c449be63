package eu.boucle.process;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class DecisionTablesOnPostgresTests extends DecisionTables {}

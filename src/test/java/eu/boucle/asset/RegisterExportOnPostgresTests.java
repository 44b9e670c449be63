package eu.boucle.asset;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class RegisterExportOnPostgresTests extends RegisterExportRules {}

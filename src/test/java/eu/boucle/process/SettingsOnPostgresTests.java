package eu.boucle.process;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class SettingsOnPostgresTests extends SettingsRules {}

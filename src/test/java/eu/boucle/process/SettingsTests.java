package eu.boucle.process;

import eu.boucle.support.BoucleTest;

@BoucleTest
class SettingsTests extends SettingsRules {}

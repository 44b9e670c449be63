package eu.boucle.asset;

import eu.boucle.support.BoucleTest;

@BoucleTest
class RegisterExportTests extends RegisterExportRules {}

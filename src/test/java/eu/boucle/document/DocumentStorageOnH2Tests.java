package eu.boucle.document;

import eu.boucle.support.BoucleTest;

@BoucleTest
class DocumentStorageOnH2Tests extends DocumentStorageTests {}

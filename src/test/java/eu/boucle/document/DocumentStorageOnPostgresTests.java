package eu.boucle.document;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class DocumentStorageOnPostgresTests extends DocumentStorageTests {}

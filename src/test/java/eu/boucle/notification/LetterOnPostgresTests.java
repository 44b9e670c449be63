package eu.boucle.notification;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class LetterOnPostgresTests extends LetterRules {}

package eu.boucle.notification;

import eu.boucle.support.BoucleTest;

@BoucleTest
class LetterTests extends LetterRules {}

package eu.boucle.notification;

import eu.boucle.support.BoucleTest;

@BoucleTest
class MailTests extends MailRules {}

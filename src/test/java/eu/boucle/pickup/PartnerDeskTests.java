package eu.boucle.pickup;

import eu.boucle.support.BoucleTest;

@BoucleTest
class PartnerDeskTests extends PartnerDeskRules {}

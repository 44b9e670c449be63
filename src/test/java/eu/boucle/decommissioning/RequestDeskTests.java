package eu.boucle.decommissioning;

import eu.boucle.support.BoucleTest;

@BoucleTest
class RequestDeskTests extends RequestDeskStory {}

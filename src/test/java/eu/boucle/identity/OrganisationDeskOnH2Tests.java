package eu.boucle.identity;

import eu.boucle.support.BoucleTest;

@BoucleTest
class OrganisationDeskOnH2Tests extends OrganisationDeskRules {}

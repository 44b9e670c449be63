package eu.boucle.pickup;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class PartnerDeskOnPostgresTests extends PartnerDeskRules {}

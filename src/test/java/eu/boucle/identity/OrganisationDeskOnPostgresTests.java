package eu.boucle.identity;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class OrganisationDeskOnPostgresTests extends OrganisationDeskRules {}

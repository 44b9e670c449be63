package eu.boucle.certificate;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class CertificatePressOnPostgresTests extends CertificatePressScenarios {}

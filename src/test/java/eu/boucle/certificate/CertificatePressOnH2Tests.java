package eu.boucle.certificate;

import eu.boucle.support.BoucleTest;

@BoucleTest
class CertificatePressOnH2Tests extends CertificatePressScenarios {}

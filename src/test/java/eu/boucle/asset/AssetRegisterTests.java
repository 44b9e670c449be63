package eu.boucle.asset;

import eu.boucle.support.BoucleTest;

@BoucleTest
class AssetRegisterTests extends AssetRegisterRules {}

package eu.boucle.identity;

import eu.boucle.support.BoucleTest;

@BoucleTest
class PeopleTests extends PeopleRules {}

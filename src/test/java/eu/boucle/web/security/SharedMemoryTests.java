package eu.boucle.web.security;

import eu.boucle.support.BoucleTest;

@BoucleTest
class SharedMemoryTests extends SharedMemoryRules {}

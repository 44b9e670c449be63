package eu.boucle.web.security;

import eu.boucle.support.BoucleTestOnPostgres;

@BoucleTestOnPostgres
class SharedMemoryOnPostgresTests extends SharedMemoryRules {}

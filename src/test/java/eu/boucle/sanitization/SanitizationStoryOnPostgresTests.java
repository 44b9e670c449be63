package eu.boucle.sanitization;

import eu.boucle.support.BoucleTestOnPostgres;

/** On PostgreSQL. */
@BoucleTestOnPostgres
class SanitizationStoryOnPostgresTests extends SanitizationStory {}

package eu.boucle.sanitization;

import eu.boucle.support.BoucleTest;

/** On H2. */
@BoucleTest
class SanitizationStoryTests extends SanitizationStory {}

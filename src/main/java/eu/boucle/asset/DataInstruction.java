package eu.boucle.asset;

/** The client's instruction for the data of a line: decided as controller, kept with who and when by the request. */
public record DataInstruction(DataAction action, DataPlace where, SanitizationLevel level) {}

package eu.boucle.custody;

/** Command: a picture to be kept. What it is, its bytes say. */
public record NewPhoto(String name, byte[] bytes) {}

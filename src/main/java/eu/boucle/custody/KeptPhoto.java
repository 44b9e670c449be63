package eu.boucle.custody;

import eu.boucle.document.Picture;

/** A picture as it was kept. */
public record KeptPhoto(Picture picture, byte[] bytes) {}

package fr.badgesiae.api.imports.read;

/**
 * Which columns are read, from 0.
 *
 * @param titled whether the first row has titles
 */
public record Columns(int first, int last, boolean titled) {}

package fr.badgesiae.api.platform.problem;

/**
 * One thing wrong with a request body.
 *
 * @param pointer where, as a JSON pointer (RFC 6901)
 * @param detail what, in English
 */
public record FieldError(String pointer, String detail) {}

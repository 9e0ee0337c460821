package fr.badgesiae.api.platform.problem;

/**
 * An error in a request body.
 *
 * @param pointer the place, as a JSON pointer (RFC 6901)
 * @param detail the error, in English
 */
public record FieldError(String pointer, String detail) {}

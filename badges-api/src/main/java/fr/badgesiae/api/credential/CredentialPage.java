package fr.badgesiae.api.credential;

/**
 * One awarded badge at the desk.
 *
 * @param person first and last name
 * @param privateNote the desk's note on why it was taken back, or null
 */
public record CredentialPage(IssuedCredential credential, String person, String privateNote) {}

package fr.badgesiae.api.credential;

/**
 * One awarded badge at the desk.
 *
 * @param worker first and last name
 * @param privateNote the desk's note on why it was taken back, or null
 */
public record CredentialPage(IssuedCredential credential, String worker, String privateNote) {}

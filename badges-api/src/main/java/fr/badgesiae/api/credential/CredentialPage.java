package fr.badgesiae.api.credential;

/**
 * One awarded badge at the desk.
 *
 * @param person first and last name
 * @param privateNote the desk's note on why it was taken back, or null
 * @param document the signed JSON exactly as released
 */
public record CredentialPage(IssuedCredential credential, String person, String privateNote, String document) {}

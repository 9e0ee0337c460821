package fr.badgesiae.api.credential;

/**
 * One credential in both forms, to be stored and released as they are.
 *
 * @param document JSON with its embedded {@code eddsa-rdfc-2022} proof
 * @param jwt VC-JWT, ES256
 */
public record SignedForms(String document, String jwt) {}

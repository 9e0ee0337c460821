package fr.badgesiae.api.credential.sign;

/**
 * One credential in both forms, stored and released unchanged.
 *
 * @param document JSON with its embedded {@code eddsa-rdfc-2022} proof
 * @param jwt VC-JWT, ES256
 */
public record SignedForms(String document, String jwt) {}

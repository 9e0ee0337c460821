package fr.badgesiae.api.keys;

/**
 * The two keys that sign one credential.
 *
 * @param embedded Ed25519, for the embedded proof
 * @param jwt P-256, for the VC-JWT
 */
public record IssuerKeys(IssuerKey embedded, IssuerKey jwt) {}

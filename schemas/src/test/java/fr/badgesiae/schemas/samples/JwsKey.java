package fr.badgesiae.schemas.samples;

/** A key that signs compact JWS deterministically. */
interface JwsKey {
    /** The name of RFC 7518 or RFC 8037. */
    String algorithm();

    byte[] sign(byte[] data);

    /** The public key as a JWK with the required members only, as JSON text. */
    String jwk();
}

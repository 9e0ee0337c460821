/**
 * Encodings and digests: Base58, Base64, CBOR, JCS (RFC 8785), gzip, date-times, {@code data:} URLs, SHA-2. Depends on no other
 * package of the verifier. Callers check bounds through the constants declared here.
 */
package fr.badgesiae.verifier.codec;

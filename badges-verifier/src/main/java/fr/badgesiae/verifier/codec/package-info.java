/**
 * Encodings and digests: Base58, CBOR, JCS (RFC 8785), gzip, date-times, {@code data:} URLs, web addresses, UTF-8, SHA-2. Depends on no
 * other package of the verifier. All decoders are bounded and never throw on bad input, unless they declare it.
 */
package fr.badgesiae.verifier.codec;

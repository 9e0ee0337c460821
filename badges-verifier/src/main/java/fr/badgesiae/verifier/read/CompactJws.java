package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A compact JWS split into its parts, not verified (RFC 7515 7.1).
 *
 *
 * @param compact the three parts as received, trimmed
 * @param header the protected header
 * @param payload the payload as signed, registered claims included
 * @param signingInput the signed ASCII bytes
 * @param signature the bytes of the signature
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
public record CompactJws(
        String compact, ObjectNode header, ObjectNode payload, byte[] signingInput, byte[] signature) {}

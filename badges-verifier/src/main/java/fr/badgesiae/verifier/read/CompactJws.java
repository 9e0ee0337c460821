package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A compact JWS taken apart, nothing verified (RFC 7515 7.1).
 *
 * @param compact the three parts as received, trimmed
 * @param header the protected header
 * @param payload the payload as signed, registered claims included
 * @param signingInput the ASCII bytes that were signed
 * @param signature the signature's bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way to a signature check; never compared
public record CompactJws(
        String compact, ObjectNode header, ObjectNode payload, byte[] signingInput, byte[] signature) {}

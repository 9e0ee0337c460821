package fr.badgesiae.verifier.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;

/**
 * A compact JWS split into its parts, not verified (RFC 7515 7.1).
 *
 * @param compact the three parts as received, trimmed
 * @param header the protected header
 * @param payload the payload as signed, registered claims included
 * @param signingInput the signed ASCII bytes
 * @param signature canonical base64url
 */
@SuppressWarnings("ArrayRecordComponent") // passed to a signature check, never compared
public record CompactJws(
        String compact, ObjectNode header, ObjectNode payload, byte[] signingInput, Base64URL signature) {}

package fr.badgesiae.api.keys;

import java.util.UUID;

/** The sealed private half of a key, and its public half as JWK. */
@SuppressWarnings("ArrayRecordComponent") // a row; never compared
public record SealedKeyRow(UUID id, KeyAlgorithm algorithm, int version, String publicJwk, byte[] sealed) {}

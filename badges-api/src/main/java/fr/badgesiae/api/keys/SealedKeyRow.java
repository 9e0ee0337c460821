package fr.badgesiae.api.keys;

import java.util.UUID;

/** The sealed private half of a key. */
@SuppressWarnings("ArrayRecordComponent") // a row; never compared
public record SealedKeyRow(UUID id, KeyAlgorithm algorithm, int version, byte[] sealed) {}

package fr.badgesiae.api.statuslist;

import java.util.UUID;

/**
 * One draw.
 *
 * @param drawn how many were drawn, this one included
 */
@SuppressWarnings("ArrayRecordComponent") // a row; never compared
public record CounterRow(UUID listId, int drawn, byte[] sealedKey) {}

package fr.badgesiae.api.statuslist;

import java.util.UUID;

/**
 * The counter of a list after one allocation.
 *
 * @param drawn number of indexes allocated so far, this one included
 */
@SuppressWarnings("ArrayRecordComponent") // a row; never compared
public record CounterRow(UUID listId, int drawn, byte[] sealedKey) {}

package fr.badgesiae.api.holder;

/** What an attempt reads of a row of {@code holder_access}. */
public record CardAttemptRow(String pinHash, int failedPins, ProveCard.State state) {}

package fr.badgesiae.api.holder;

/** The PIN hash of a card, and the attempts since the last right PIN. */
public record CardAttemptRow(String pinHash, int failedPins) {}

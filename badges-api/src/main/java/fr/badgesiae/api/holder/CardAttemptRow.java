package fr.badgesiae.api.holder;

/** The PIN hash of a card, and the attempts since the last right PIN; in force, or replaced by a reopening. */
public record CardAttemptRow(String pinHash, int failedPins, boolean inForce) {}

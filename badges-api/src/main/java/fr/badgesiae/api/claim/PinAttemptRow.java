package fr.badgesiae.api.claim;

/** What an attempt at a slip's PIN is judged by. */
public record PinAttemptRow(String pinHash, int failedPins) {}

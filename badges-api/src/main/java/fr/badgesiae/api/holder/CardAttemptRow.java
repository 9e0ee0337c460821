package fr.badgesiae.api.holder;

/** What an attempt at a card's PIN is judged by. */
public record CardAttemptRow(String pinHash, int failedPins) {}

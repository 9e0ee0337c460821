package fr.badgesiae.api.award;

/** The three answers; {@code changed} when the words were corrected since they were shown. */
public record ClaimAnswerPage(
        ClaimText text,
        String organisation,
        String displayedName,
        String name,
        boolean evidence,
        String fingerprint,
        boolean changed) {}

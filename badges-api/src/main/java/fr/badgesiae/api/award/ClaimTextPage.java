package fr.badgesiae.api.award;

/** What the badge says about the worker. */
public record ClaimTextPage(ClaimText text, String organisation, String imageUrl, boolean inPerson) {}

package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.OfferText;

/** The three answers; {@code changed} when the words were corrected since they were shown. */
public record ClaimAnswerPage(
        OfferText text,
        String organisation,
        String displayedName,
        String name,
        boolean evidence,
        String fingerprint,
        boolean changed) {}

package fr.badgesiae.api.claim;

import fr.badgesiae.api.offer.OfferText;

/** What the badge says about the worker. */
public record ClaimTextPage(OfferText text, String organisation, String imageUrl, boolean inPerson) {}

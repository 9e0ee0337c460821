package fr.badgesiae.api.claim;

/** The end of a claim: the badge is ready, or being made. */
public record ClaimDonePage(boolean ready, boolean inPerson) {}

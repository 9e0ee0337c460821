package fr.badgesiae.api.share;

/** A share link that its holder switched off, or that ended: it says no more than that. */
public record GonePage() {}

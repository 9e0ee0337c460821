package fr.badgesiae.api.holder;

/** The space is closed on this device. */
public record ClosedPage(String again) {}

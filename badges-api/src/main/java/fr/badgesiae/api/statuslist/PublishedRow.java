package fr.badgesiae.api.statuslist;

import java.time.Instant;

/** A list as published. */
public record PublishedRow(int version, String document, Instant validUntil) {}

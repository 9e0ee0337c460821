package fr.badgesiae.api.pathway;

import java.time.LocalDate;

/**
 * A pathway on a page.
 *
 * @param endsOn null without a known end
 */
public record Pathway(String id, LocalDate startsOn, LocalDate endsOn, boolean hasPassIae) {}

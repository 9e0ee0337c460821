package fr.badgesiae.api.bulk.ceremony;

import java.time.LocalDate;

/**
 * A day on which badges are handed over.
 *
 * @param place where, in the member's words; empty when nobody said
 * @param guests how many offers it has
 * @param present how many of their people were ticked in the roll-call
 * @param accepted how many of them are accepted
 */
public record Ceremony(CeremonyId id, LocalDate heldOn, String place, int guests, int present, int accepted) {
    public String path() {
        return "/app/ceremonies/" + id;
    }
}

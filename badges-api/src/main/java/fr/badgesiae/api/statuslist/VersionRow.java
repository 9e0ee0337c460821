package fr.badgesiae.api.statuslist;

import java.util.UUID;

/** A published list and its version, without its bytes. */
public record VersionRow(UUID listId, int version) {}

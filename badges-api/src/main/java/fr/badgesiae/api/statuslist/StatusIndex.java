package fr.badgesiae.api.statuslist;

import java.util.UUID;

/**
 * The place of one badge.
 *
 * @param list whose list
 * @param index from 0 to the list's length, not including
 */
public record StatusIndex(UUID list, int index) {}

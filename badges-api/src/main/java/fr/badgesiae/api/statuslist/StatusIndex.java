package fr.badgesiae.api.statuslist;

import java.util.UUID;

/**
 * The status index of one badge.
 *
 * @param list id of the status list
 * @param index from 0, below the length of the list
 */
public record StatusIndex(UUID list, int index) {}

package fr.badgesiae.api.claim;

/**
 * Why a slip or a claim opens nothing.
 *
 * @param key the message key of the title; {@code key.text} has the words
 * @param nextPath where to go from here
 * @param nextKey the message key of its words
 */
public record ClaimClosedPage(String key, String nextPath, String nextKey) {}

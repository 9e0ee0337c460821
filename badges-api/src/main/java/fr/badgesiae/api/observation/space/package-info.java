/**
 * What the person reads of what was seen, what they say of it, and their own words. Start reading at
 * {@link fr.badgesiae.api.observation.space.SeenPages}.
 */
package fr.badgesiae.api.observation.space;

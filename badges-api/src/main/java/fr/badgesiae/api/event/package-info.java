/**
 * Events and workshops: a poster with a code, entries of whoever was there, and the desk that decides. Start reading at
 * {@link fr.badgesiae.api.event.HandleEntries}.
 */
package fr.badgesiae.api.event;

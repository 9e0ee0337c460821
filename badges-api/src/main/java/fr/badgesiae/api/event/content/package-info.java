/** Ids, states and closed lists of events. Knows no other room of the feature. */
package fr.badgesiae.api.event.content;

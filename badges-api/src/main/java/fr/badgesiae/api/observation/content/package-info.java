/** What an observation consists of; uses no other room of the feature. Start at {@link fr.badgesiae.api.observation.content.Manner}. */
package fr.badgesiae.api.observation.content;

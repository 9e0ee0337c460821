/**
 * What readers keep to judge codes without a network: issuers, their keys and the last status lists. Start reading at {@link
 * fr.badgesiae.api.offline.known.PublishedKnown}.
 */
package fr.badgesiae.api.offline.known;

/**
 * Messages of a network to the members of its organisations. Start reading at {@link
 * fr.badgesiae.api.organisation.message.ReadMessages}.
 */
package fr.badgesiae.api.organisation.message;

/**
 * Parts of a person's page whose content belongs to features that come after people. Start reading at
 * {@link fr.badgesiae.api.person.part.PersonHistory}.
 */
package fr.badgesiae.api.person.part;

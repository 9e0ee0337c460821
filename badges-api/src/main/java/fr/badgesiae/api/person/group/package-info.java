/**
 * Sites, teams and groups of an organisation, and who is in them. Start reading at
 * {@link fr.badgesiae.api.person.group.AddMembers}.
 */
package fr.badgesiae.api.person.group;

/**
 * Kinds of people and their groups, as other rooms and features may see them. Knows no people. Start reading at
 * {@link fr.badgesiae.api.person.content.PersonKind}.
 */
package fr.badgesiae.api.person.content;

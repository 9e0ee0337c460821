/** The kinds of people of an organisation. Knows no people. Start reading at {@link fr.badgesiae.api.person.kind.PersonKind}. */
package fr.badgesiae.api.person.kind;

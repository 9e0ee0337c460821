/**
 * How to reach a person: an e-mail address and a phone number, sealed, shown as a hint unless somebody reveals them. Start reading
 * at {@link fr.badgesiae.api.person.contact.ChangeContact}.
 */
package fr.badgesiae.api.person.contact;

/**
 * The e-mail address and the mobile number that a holder may give, and what is told there. They open nothing. Start reading at
 * {@link fr.badgesiae.api.holder.contact.AddContact} and {@link fr.badgesiae.api.holder.contact.ContactNotices}.
 */
package fr.badgesiae.api.holder.contact;

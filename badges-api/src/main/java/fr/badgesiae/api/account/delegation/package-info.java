/**
 * Rights that a member who manages lends to another one, from a day until a day. Start reading at {@link
 * fr.badgesiae.api.account.delegation.DelegateRights}.
 */
package fr.badgesiae.api.account.delegation;

/** Badges in force that are signed again in a later version of their text. Start reading at {@link fr.badgesiae.api.edition.text.ReplaceText}. */
package fr.badgesiae.api.edition.text;

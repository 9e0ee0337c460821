/**
 * Editions of a badge that was accepted. What is signed cannot vary: another form of the name, or another choice about the
 * evidence, is another credential of the same award, signed when its holder asks for it. Start reading at
 * {@link fr.badgesiae.api.edition.SignEdition}.
 */
package fr.badgesiae.api.edition;

/**
 * The information sheet of one person or many: shown, printed, its day recorded. Its wording is that of
 * {@link fr.badgesiae.api.person.sheet.InformationSheet}.
 */
package fr.badgesiae.api.person.notice;

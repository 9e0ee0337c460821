/**
 * The wording of the information sheet (RGPD, articles 13 and 14): composed, and kept as it was given. Knows no people. Start
 * reading at {@link fr.badgesiae.api.person.sheet.InformationSheet}.
 */
package fr.badgesiae.api.person.sheet;

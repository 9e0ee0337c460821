/**
 * What an import consists of: its lines, what was found in each, what is decided. Start reading at
 * {@link fr.badgesiae.api.imports.content.PeopleImport}.
 */
package fr.badgesiae.api.imports.content;

/**
 * Names in a table: which columns, which lines, and which spellings are to be looked at. Start reading at
 * {@link fr.badgesiae.api.imports.read.ListReader}.
 */
package fr.badgesiae.api.imports.read;

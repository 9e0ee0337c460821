/**
 * Lists of people that an organisation brings: read, looked at, then added by a job. Start reading at
 * {@link fr.badgesiae.api.imports.run.CheckList}.
 */
package fr.badgesiae.api.imports;

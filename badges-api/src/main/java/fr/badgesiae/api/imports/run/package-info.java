/**
 * An import from the list to its people: read it, decide line by line, add by a job, stop, take back. Start reading at
 * {@link fr.badgesiae.api.imports.run.CheckList}.
 */
package fr.badgesiae.api.imports.run;

/**
 * Two files of one person: found by their names, compared, merged, or known to be two people. Start reading at {@link
 * fr.badgesiae.api.person.duplicate.MergePeople}.
 */
package fr.badgesiae.api.person.duplicate;

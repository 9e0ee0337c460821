/**
 * The work list of the desk: each feature contributes its lines, one statement counts them all; and the work
 * that waits for a member. Start reading at {@link fr.badgesiae.api.platform.todo.Todo}.
 */
package fr.badgesiae.api.platform.todo;

/** What happened to one badge, for the desk. Start reading at {@link fr.badgesiae.api.credential.history.BadgeAct}. */
package fr.badgesiae.api.credential.history;

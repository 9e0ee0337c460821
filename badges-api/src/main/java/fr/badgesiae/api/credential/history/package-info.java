/** What happened to one badge, for the desk. Knows ids alone. Start reading at {@link fr.badgesiae.api.credential.history.BadgeAct}. */
package fr.badgesiae.api.credential.history;

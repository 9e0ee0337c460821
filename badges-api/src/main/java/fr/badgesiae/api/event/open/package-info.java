/**
 * The page behind the code of a poster, without an account. Start reading at
 * {@link fr.badgesiae.api.event.open.EnterEvent}.
 */
package fr.badgesiae.api.event.open;

/**
 * One act on several badges that were awarded: what would happen to each is shown first. Start reading at {@link
 * fr.badgesiae.api.bulk.life.ActOnSeveral}.
 */
package fr.badgesiae.api.bulk.life;

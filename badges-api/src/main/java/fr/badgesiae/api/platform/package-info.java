/**
 * What every feature stands on: ids, secrets, the database, pages, audit. Knows no feature. Start reading at {@link
 * fr.badgesiae.api.platform.Platform}.
 */
package fr.badgesiae.api.platform;

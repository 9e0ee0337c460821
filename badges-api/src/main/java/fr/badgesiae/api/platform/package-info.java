/**
 * The common base of all features: ids, secrets, database, pages, audit. Knows no feature. Start reading at {@link
 * fr.badgesiae.api.platform.Platform}.
 */
package fr.badgesiae.api.platform;

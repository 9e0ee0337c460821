/**
 * The service: configuration, features in dependency order, start-up. Start reading at {@link
 * fr.badgesiae.api.BadgesApplication}.
 */
package fr.badgesiae.api;

/**
 * The service: its configuration, its features in the order of their dependencies, its start. Start reading at {@link
 * fr.badgesiae.api.BadgesApplication}.
 */
package fr.badgesiae.api;

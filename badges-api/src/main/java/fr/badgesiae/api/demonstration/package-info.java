/**
 * The invented network of the command {@code demo}, created once in an empty database. Start reading at {@link
 * fr.badgesiae.api.demonstration.Demonstration}.
 */
package fr.badgesiae.api.demonstration;

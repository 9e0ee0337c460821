/**
 * Commands of the program, and what they resolve before the service starts: addresses, secrets, storage. Wires features, as
 * the root package does. Start reading at {@link fr.badgesiae.api.commands.ServeCommand}.
 */
package fr.badgesiae.api.commands;

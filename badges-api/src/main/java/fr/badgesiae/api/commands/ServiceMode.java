package fr.badgesiae.api.commands;

/**
 * How the service was started.
 *
 * @param demonstration by the command {@code demo}
 * @param lan whether phones on the same network may reach it
 */
public record ServiceMode(boolean demonstration, boolean lan) {
    public static final ServiceMode PRODUCTION = new ServiceMode(false, false);
}

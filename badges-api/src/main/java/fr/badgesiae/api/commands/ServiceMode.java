package fr.badgesiae.api.commands;

/**
 * Mode of the service, by its command.
 *
 * @param demonstration whether the command was {@code demo}
 * @param lan whether it listens on all network interfaces
 */
public record ServiceMode(boolean demonstration, boolean lan) {
    public static final ServiceMode PRODUCTION = new ServiceMode(false, false);
}

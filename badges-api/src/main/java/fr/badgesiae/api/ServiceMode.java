package fr.badgesiae.api;

/**
 * How the service was started.
 *
 * @param demonstration by the command {@code demo}
 * @param lan whether phones on the same network may reach it
 */
record ServiceMode(boolean demonstration, boolean lan) {
    static final ServiceMode PRODUCTION = new ServiceMode(false, false);
}

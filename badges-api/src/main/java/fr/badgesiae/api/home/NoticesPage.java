package fr.badgesiae.api.home;

/**
 * One of the pages that the law asks for.
 *
 * @param notices who runs this installation
 */
public record NoticesPage(Notices notices) {}

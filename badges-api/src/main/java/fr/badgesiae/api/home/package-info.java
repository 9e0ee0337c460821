/**
 * The public home page and the pages required by law. No dependency on other features. Start reading at {@link
 * fr.badgesiae.api.home.HomePages}.
 */
package fr.badgesiae.api.home;

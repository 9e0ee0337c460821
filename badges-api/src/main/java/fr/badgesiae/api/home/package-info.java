/**
 * The front door and the pages that the law asks for. Knows no other feature. Start reading at {@link
 * fr.badgesiae.api.home.HomePages}.
 */
package fr.badgesiae.api.home;

package fr.badgesiae.api.platform.html;

import java.net.URI;

/**
 * What pages know of the installation.
 *
 * @param origin the public origin, without a path
 * @param demonstration whether this is a demonstration, which every page then says
 */
public record Site(URI origin, boolean demonstration) {
    /** A path, starting with a slash, as an absolute address. */
    public String url(String path) {
        String text = origin.toString();
        return (text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path;
    }
}

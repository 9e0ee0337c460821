/** A share link, and its id. Start reading at {@link fr.badgesiae.api.share.link.Share}. */
package fr.badgesiae.api.share.link;

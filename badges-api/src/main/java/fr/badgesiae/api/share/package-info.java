/**
 * Share links: the links by which holders show badges, the public page and the files behind a link. Knows credentials and
 * verification; knows neither the desk nor the holder's space. Start reading at {@link fr.badgesiae.api.share.OpenShare} and
 * {@link fr.badgesiae.api.share.ScanPages}.
 */
package fr.badgesiae.api.share;

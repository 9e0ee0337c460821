/**
 * The links by which holders show badges, the page and the downloads behind them. Knows credentials and verification; knows
 * neither the desk nor the holder's space. Start reading at {@link fr.badgesiae.api.share.ShareLinks} and {@link
 * fr.badgesiae.api.share.ScanPages}.
 */
package fr.badgesiae.api.share;

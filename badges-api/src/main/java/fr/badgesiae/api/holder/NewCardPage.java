package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.qr.QrCode;

/**
 * Another card: the question first, then the card.
 *
 * @param code of the card while it is shown, or null before
 * @param qr null before
 */
public record NewCardPage(String code, String address, QrCode qr, Errors errors) {}

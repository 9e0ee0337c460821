package fr.badgesiae.api.claim;

import fr.badgesiae.api.platform.qr.QrCode;

/** The recovery card. */
public record ClaimCardPage(String code, String address, QrCode qr, boolean inPerson) {}

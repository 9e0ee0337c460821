package fr.badgesiae.api.offer;

import fr.badgesiae.api.platform.qr.QrCode;
import java.time.Instant;

/** A slip in clear: two parts to cut, or {@code large} to copy by hand. */
public record SlipPage(
        boolean large,
        String badge,
        String workerName,
        String organisation,
        String code,
        String pin,
        String address,
        QrCode qr,
        Instant ends,
        String back) {}

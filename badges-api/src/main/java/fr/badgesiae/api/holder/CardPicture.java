package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.qr.QrCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A recovery card as pages show it.
 *
 * @param code in groups of four
 * @param address where its code is typed
 * @param contact whom its holder turns to, or null
 */
public record CardPicture(
        String code, String address, QrCode qr, @Nullable CardContact contact) {

    public static CardPicture of(Settings settings, Code code, Optional<CardContact> contact) {
        String grouped = code.grouped();
        return new CardPicture(
                grouped,
                settings.publicUrl().getRawAuthority() + "/me",
                QrCode.of(settings.url("/me/open/" + grouped)),
                contact.orElse(null));
    }
}

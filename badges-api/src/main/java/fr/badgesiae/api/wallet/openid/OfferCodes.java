package fr.badgesiae.api.wallet.openid;

import org.jspecify.annotations.Nullable;

/**
 * The codes of one offer.
 *
 * @param code the pre-authorized code: 256 random bits, base64url
 * @param txCode the transaction code: six digits; null for a link
 */
public record OfferCodes(String code, @Nullable String txCode) {
    /** The codes of a picture as one text. */
    String text() {
        return code + "|" + txCode;
    }

    static OfferCodes parse(String text) {
        int bar = text.indexOf('|');
        return new OfferCodes(text.substring(0, bar), text.substring(bar + 1));
    }

    /** Nothing of them: they are secret. */
    @Override
    public String toString() {
        return "OfferCodes[…]";
    }
}

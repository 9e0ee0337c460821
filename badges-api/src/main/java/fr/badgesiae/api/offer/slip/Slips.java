package fr.badgesiae.api.offer.slip;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Vault;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Draws the secrets of slips and opens their sealed copies. */
public final class Slips {
    private static final String LOOKUP = "offer.code";

    private final Vault vault;
    private final Passwords passwords;
    private final Ids ids;

    public Slips(Vault vault, Passwords passwords, Ids ids) {
        this.vault = vault;
        this.passwords = passwords;
        this.ids = ids;
    }

    /** A fresh code and PIN for an offer. Slow, since the PIN is hashed with Argon2id: call it outside a transaction. */
    public SlipSecrets draw(UUID offer) {
        Code code = ids.code();
        String pin = ids.pin();
        return new SlipSecrets(
                lookup(code),
                passwords.hash(pin),
                vault.seal(code.value().getBytes(StandardCharsets.UTF_8), context("code_sealed", offer)),
                vault.seal(pin.getBytes(StandardCharsets.UTF_8), context("pin_sealed", offer)));
    }

    /** The code and PIN of an open offer, from their sealed copies. */
    public SlipSecrets.Clear open(UUID offer, byte[] codeSealed, byte[] pinSealed) {
        byte[] pin = vault.open(pinSealed, context("pin_sealed", offer));
        return new SlipSecrets.Clear(openCode(offer, codeSealed), new String(pin, StandardCharsets.UTF_8));
    }

    /** The code of an open offer, from its sealed copy. */
    public Code openCode(UUID offer, byte[] codeSealed) {
        return new Code(new String(vault.open(codeSealed, context("code_sealed", offer)), StandardCharsets.UTF_8));
    }

    /** The keyed hash by which a slip's offer is found. */
    public byte[] lookup(Code code) {
        return vault.lookup(LOOKUP, code.value());
    }

    private static String context(String column, UUID offer) {
        return "offer." + column + "|" + offer;
    }
}

package fr.badgesiae.api.reopening;

import fr.badgesiae.api.offer.slip.SlipSecrets;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.Passwords;
import fr.badgesiae.api.platform.Vault;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Draws the secrets of slips that reopen a space, and opens their sealed copies. */
public final class ReopeningSlips {
    private static final String LOOKUP = "access_reopening.code";

    private final Vault vault;
    private final Passwords passwords;
    private final Ids ids;

    ReopeningSlips(Vault vault, Passwords passwords, Ids ids) {
        this.vault = vault;
        this.passwords = passwords;
        this.ids = ids;
    }

    /** A fresh code and PIN. Slow, since the PIN is hashed with Argon2id: call it outside a transaction. */
    SlipSecrets draw(UUID reopening) {
        Code code = ids.code();
        String pin = ids.pin();
        return new SlipSecrets(
                lookup(code),
                passwords.hash(pin),
                vault.seal(code.value().getBytes(StandardCharsets.UTF_8), context("code_sealed", reopening)),
                vault.seal(pin.getBytes(StandardCharsets.UTF_8), context("pin_sealed", reopening)));
    }

    SlipSecrets.Clear open(UUID reopening, byte[] codeSealed, byte[] pinSealed) {
        byte[] code = vault.open(codeSealed, context("code_sealed", reopening));
        byte[] pin = vault.open(pinSealed, context("pin_sealed", reopening));
        return new SlipSecrets.Clear(
                new Code(new String(code, StandardCharsets.UTF_8)), new String(pin, StandardCharsets.UTF_8));
    }

    /** The keyed hash by which a reopening is found. */
    public byte[] lookup(Code code) {
        return vault.lookup(LOOKUP, code.value());
    }

    private static String context(String column, UUID reopening) {
        return "access_reopening." + column + "|" + reopening;
    }
}

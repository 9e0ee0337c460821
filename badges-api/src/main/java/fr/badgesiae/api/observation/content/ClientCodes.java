package fr.badgesiae.api.observation.content;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Vault;
import java.nio.charset.StandardCharsets;

/** The code on a time sheet: found by a keyed hash, printed again from a sealed copy. */
public final class ClientCodes {
    /** How many answers one code takes. */
    public static final int MOST_ANSWERS = 5;

    private static final String LOOKUP = "client_code.code";

    private final Vault vault;

    public ClientCodes(Vault vault) {
        this.vault = vault;
    }

    public byte[] lookup(Code code) {
        return vault.lookup(LOOKUP, code.value());
    }

    public byte[] seal(ClientCodeId id, Code code) {
        return vault.seal(code.value().getBytes(StandardCharsets.UTF_8), context(id));
    }

    public Code open(ClientCodeId id, byte[] sealed) {
        return new Code(new String(vault.open(sealed, context(id)), StandardCharsets.UTF_8));
    }

    private static String context(ClientCodeId id) {
        return "client_code.code_sealed|" + id;
    }
}

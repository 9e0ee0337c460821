package fr.badgesiae.api.event.content;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.Vault;
import java.nio.charset.StandardCharsets;

/** The code of a poster: found by a keyed hash, shown again from a sealed copy. */
public final class EventCodes {
    private static final String LOOKUP = "badge_event.code";

    private final Vault vault;

    public EventCodes(Vault vault) {
        this.vault = vault;
    }

    public byte[] lookup(Code code) {
        return vault.lookup(LOOKUP, code.value());
    }

    public byte[] seal(EventId event, Code code) {
        return vault.seal(code.value().getBytes(StandardCharsets.UTF_8), context(event));
    }

    public Code open(EventId event, byte[] sealed) {
        return new Code(new String(vault.open(sealed, context(event)), StandardCharsets.UTF_8));
    }

    private static String context(EventId event) {
        return "badge_event.code_sealed|" + event;
    }
}

package fr.badgesiae.api.demonstration;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.DataFolder;
import java.util.Optional;

/**
 * What a newcomer is handed: a link as an employer gets it, and the card of the person who made it.
 *
 * @param link the code of the share link
 * @param holder the name of the person
 * @param card the code of the card
 * @param pin the PIN of the card
 */
public record Handout(Code link, String holder, Code card, String pin) {
    private static final String LINK = "link";
    private static final String HOLDER = "card-holder";
    private static final String CARD = "card-number";
    private static final String PIN = "card-pin";

    /** Keeps it in the data folder, beside the passwords: the console repeats it at each start. */
    void keep(DataFolder folder) {
        folder.keep(LINK, link.grouped());
        folder.keep(HOLDER, holder);
        folder.keep(CARD, card.grouped());
        folder.keep(PIN, pin);
    }

    /** The one that was kept; none in a folder of an earlier version. */
    public static Optional<Handout> kept(DataFolder folder) {
        return folder.kept(PIN)
                .map(pin -> new Handout(code(folder, LINK), text(folder, HOLDER), code(folder, CARD), pin));
    }

    private static Code code(DataFolder folder, String name) {
        return Code.parse(text(folder, name));
    }

    private static String text(DataFolder folder, String name) {
        return folder.kept(name).orElseThrow();
    }

    @Override
    public String toString() {
        return "[REDACTED]";
    }
}

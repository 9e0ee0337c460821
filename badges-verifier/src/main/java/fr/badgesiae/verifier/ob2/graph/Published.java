package fr.badgesiae.verifier.ob2.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.Finding;
import fr.badgesiae.verifier.keys.IssuerDocuments.Found;

/**
 * A document at an address.
 *
 * @param asked the address as a badge or another document names it
 * @param id the declared id; the address when none is declared
 * @param standing how the id relates to the address
 * @param raw as fetched
 * @param document in normal form, upgraded from 1.x
 */
public record Published(String asked, String id, Standing standing, ObjectNode raw, ObjectNode document, Found found) {

    /** How the declared id relates to the address. */
    public enum Standing {
        /** The id is the address. */
        ITSELF,
        /** The id is the address once http is read as https. */
        OTHER_SPELLING,
        /** The id is elsewhere on the host; this is the document there, which declares the same id. */
        MOVED,
        /** The id is elsewhere on the host, where no document declares it. */
        UNCONFIRMED,
        /** The id is of another host, or no address. */
        OTHER_ID
    }

    /** Whether the document may be judged in place of its address. */
    public boolean isConfirmed() {
        return standing != Standing.UNCONFIRMED && standing != Standing.OTHER_ID;
    }

    /** Whether the document was found elsewhere than where it was named. */
    public boolean isElsewhere() {
        return standing == Standing.OTHER_SPELLING || standing == Standing.MOVED;
    }

    /** The final URL and digest. */
    public Finding finding(String key) {
        String value = found.finalUri() + " " + found.length() + " bytes sha256 " + found.sha256();
        return new Finding(key, found.stale() ? value + " stale" : value, "ob-2.0");
    }
}

package fr.badgesiae.api.person.part;

import com.fasterxml.jackson.databind.JsonNode;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.html.PageContext;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a later feature knows of a person, for their page at the desk. All parts are read in the statement that reads the person,
 * so that a page costs the same whatever it shows.
 */
public interface PersonPart {
    /** Most lines of a part; the others are behind its link. */
    int MOST = 5;

    /** The parts, in the order of the page. */
    enum Kind {
        /** Badges that may be offered; left out while there are none. */
        PROPOSALS,
        BADGES,
        OFFERS,
        OWN_WORDS,
        OBSERVATIONS,
        REQUESTS,
        PATHWAYS,
        GROUPS
    }

    /**
     * One line.
     *
     * @param path of its own page; empty for a text that has none
     * @param name in the reader's language
     * @param detail likewise: state and day
     */
    record Line(String path, Function<PageContext, String> name, Function<PageContext, String> detail) {}

    Kind kind();

    /** Of the pages to which it leads. */
    Permission permission();

    /**
     * A scalar subquery about the worker {@code w}: a JSON array of rows, the newest first, one more than {@link #MOST}. It has
     * no parameter.
     */
    String sql();

    /** @param row one of the array */
    Line line(UUID person, JsonNode row, Instant now);

    /** The path of the page with all of them; empty where there is none. */
    String all(UUID person);
}

package fr.badgesiae.api.search;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.search.DeskSearch;
import java.util.List;
import java.util.function.Function;

/** Finds what a member may see of their organisation by words, or by the code of a slip. */
public final class SearchDesk {
    /** Shorter words stand in most names. */
    static final int SHORTEST = 2;

    private static final int LONGEST = 200;

    private final Database database;
    private final DeskSearch search;
    private final Function<Code, byte[]> lookup;

    /** @param lookup the keyed hash of a slip's code */
    SearchDesk(Database database, DeskSearch search, Function<Code, byte[]> lookup) {
        this.database = database;
        this.search = search;
        this.lookup = lookup;
    }

    /** @param words without spaces around; nothing is found by words that are too short or too long */
    List<DeskSearch.Found> apply(Principal reader, String words) {
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            return List.of();
        }
        byte[] code = Code.tryParse(words).map(lookup).orElse(null);
        return database.inOrganisation(
                reader.organisation(),
                handle -> search.read(handle, reader.organisation(), reader.rights(), words, code));
    }
}

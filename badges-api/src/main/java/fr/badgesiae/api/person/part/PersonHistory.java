package fr.badgesiae.api.person.part;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.auth.Principal;
import fr.badgesiae.api.platform.html.PageContext;
import java.time.Instant;
import java.util.List;

/** What was done about a worker, for their page at the desk; answered by a feature that reads audit lines. */
public interface PersonHistory {
    /** One line. */
    interface Line {
        Instant at();

        /** A sentence in the reader's language. */
        String text(PageContext context);
    }

    /** The audit codes that this member may read. */
    String[] codes(Principal reader);

    /** @param lines of {@code latest_lines_of_worker}, a JSON array */
    List<Line> read(OrganisationId organisation, String lines);
}

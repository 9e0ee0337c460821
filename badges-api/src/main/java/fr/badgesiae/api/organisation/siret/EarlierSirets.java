package fr.badgesiae.api.organisation.siret;

import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Earlier SIRETs as other packages may see them. */
public final class EarlierSirets {
    private EarlierSirets() {}

    /** From one column: of each the number, its last day and its first day, if that is known. */
    public static List<EarlierSiret> read(@Nullable String column) {
        return column == null
                ? List.of()
                : Stream.of(column.split(";"))
                        .map(each -> each.split(" "))
                        .map(parts -> new EarlierSiret(
                                parts[0],
                                parts.length > 2 ? LocalDate.parse(parts[2]) : null,
                                LocalDate.parse(parts[1])))
                        .toList();
    }

    /** The last first; in a transaction on behalf of the organisation. */
    public static List<EarlierSiret> of(Handle handle, OrganisationId organisation) {
        return handle.attach(SiretDao.class).earlier(organisation.value());
    }
}

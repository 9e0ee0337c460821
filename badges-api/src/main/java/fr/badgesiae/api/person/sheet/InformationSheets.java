package fr.badgesiae.api.person.sheet;

import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Sha256;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Information sheets as they were given; every method takes a transaction of the organisation. */
public final class InformationSheets {
    private final Ids ids;
    private final Clock clock;

    public InformationSheets(Ids ids, Clock clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Records that this wording was handed over on a day.
     *
     * @return false where a day is recorded already; it stays, with its wording
     */
    public boolean give(
            Handle handle, OrganisationId organisation, UUID person, LocalDate day, InformationSheet sheet) {
        SheetDao dao = handle.attach(SheetDao.class);
        byte[] digest = Sha256.of(sheet.json());
        dao.insert(ids.uuid(), organisation.value(), digest, sheet.json(), clock.instant());
        return dao.give(person, organisation.value(), day, digest) == 1;
    }

    /** The wording that a person was given; empty where none was, or where only its day was kept. */
    public Optional<InformationSheet> given(Handle handle, OrganisationId organisation, UUID person) {
        return handle.attach(SheetDao.class).given(person, organisation.value()).map(InformationSheet::read);
    }
}

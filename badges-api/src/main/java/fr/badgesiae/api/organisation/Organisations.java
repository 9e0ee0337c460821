package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.departement.Departements;
import fr.badgesiae.api.organisation.pause.Suspension;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.platform.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Organisations as other features may see them. */
public final class Organisations {
    private final Database database;

    public Organisations(Database database) {
        this.database = database;
    }

    /** In any state: what a closed organisation signed stays published. */
    public Optional<OrganisationProfile> find(OrganisationId organisation) {
        return database.inOrganisation(organisation, handle -> find(handle, organisation));
    }

    /** The same in a transaction that sees the organisation. */
    public Optional<OrganisationProfile> find(Handle handle, OrganisationId organisation) {
        return handle.attach(ProfileDao.class).find(organisation.value()).map(Organisations::read);
    }

    /**
     * Organisations vetted by any network, paused ones included, by public name.
     *
     * @param words the beginning of a word of either name, or of a published SIRET; empty for all
     * @param after the last line of the page before, or null
     */
    public List<VettedOrganisation> vetted(Handle handle, String words, @Nullable OrganisationId after, int most) {
        return handle.attach(ProfileDao.class).vetted(words, after == null ? null : after.value(), most);
    }

    /** The organisation's pause, if any; in a transaction on behalf of that organisation. */
    public Optional<Suspension> suspension(Handle handle, OrganisationId organisation) {
        return handle.attach(ProfileDao.class).suspension(organisation.value());
    }

    /**
     * Guards acts that offer or award; in a transaction on behalf of that organisation.
     *
     * @throws ProblemException PAUSED during a pause
     */
    public void requireNotPaused(Handle handle, OrganisationId organisation) {
        if (suspension(handle, organisation).isPresent()) {
            throw new ProblemException(ProblemType.PAUSED, "The network has paused this organisation.");
        }
    }

    private static OrganisationProfile read(ProfileRow row) {
        return new OrganisationProfile(
                new OrganisationId(row.id()),
                row.kind(),
                row.siret(),
                row.legalName(),
                row.publicName(),
                row.description(),
                row.town(),
                Departements.read(row.departements()),
                row.website(),
                row.publicPhone(),
                row.publicEmail(),
                row.showsLegalIdentity(),
                row.state(),
                new OrganisationProfile.DataProtection(
                        row.dataController(),
                        row.dataRightsContact(),
                        row.dataProtectionOfficer(),
                        row.dataLegalBasis()),
                row.network());
    }
}

package fr.badgesiae.api.account.member;

import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Finds a usable single-use link by its token. Does not use it: messengers fetch addresses for a preview. */
public final class FindLink {
    private final Platform platform;
    private final Organisations organisations;

    public FindLink(Platform platform, Organisations organisations) {
        this.platform = platform;
        this.organisations = organisations;
    }

    /**
     * @param place the public name of the organisation
     */
    public record Found(OrganisationId organisation, String place, Link link) {}

    /** Empty for a link that is used, cancelled, expired or unknown. */
    public Optional<Found> apply(String token) {
        byte[] hash = Links.hash(platform.vault(), token);
        return platform.database()
                .inPublic(handle -> handle.attach(LinkDao.class).locate(hash).flatMap(row -> find(handle, row)));
    }

    private Optional<Found> find(Handle handle, LinkLocationRow row) {
        OrganisationId organisation = new OrganisationId(row.organisationId());
        Database.alsoForOrganisation(handle, organisation);
        return handle.attach(LinkDao.class)
                .usable(organisation.value(), row.id(), platform.clock().instant())
                .map(link -> new Found(organisation, place(handle, organisation), link));
    }

    private String place(Handle handle, OrganisationId organisation) {
        return organisations
                .find(handle, organisation)
                .map(OrganisationProfile::publicName)
                .orElse("");
    }
}

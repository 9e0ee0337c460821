package fr.badgesiae.api.offer.renewal;

import fr.badgesiae.api.achievement.AchievementVersionId;
import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Badges that an offer renews; always within one organisation. */
public final class Renewals {
    private Renewals() {}

    /**
     * A badge in force, and the words that were offered for it.
     *
     * @param name of the badge as signed
     * @param openOffer an offer that renews it already, or null
     */
    public record Renewed(
            PersonId person,
            AchievementId achievement,
            String name,
            LocalDate awardedOn,
            String narrative,
            String evidence,
            @Nullable UUID openOffer) {}

    /** Empty for a badge that is not in force, or not of this organisation. */
    public static Optional<Renewed> find(Handle handle, OrganisationId organisation, CredentialId badge, Instant now) {
        return handle.attach(RenewalOfferDao.class)
                .find(standing(handle, organisation, badge), organisation.value(), now)
                .map(row -> new Renewed(
                        new PersonId(row.workerId()),
                        new AchievementId(row.achievementId()),
                        row.name(),
                        row.awardedOn(),
                        row.narrative(),
                        row.evidence(),
                        row.openOffer()));
    }

    /**
     * The award to renew: of this person and this badge, in force, and renewed by no other open offer. The badge is locked until the
     * transaction ends.
     *
     * @param offer that renews it already and is made again, or null
     */
    public static Optional<UUID> award(
            Handle handle,
            OrganisationId organisation,
            CredentialId badge,
            PersonId person,
            AchievementVersionId version,
            @Nullable UUID offer,
            Instant now) {
        RenewalOfferDao dao = handle.attach(RenewalOfferDao.class);
        dao.lock(standing(handle, organisation, badge), organisation.value());
        return dao.renewable(
                standing(handle, organisation, badge),
                organisation.value(),
                person.value(),
                version.value(),
                offer,
                now);
    }

    /** An address that was kept may name what was signed before a name was corrected, or before a pause. */
    private static UUID standing(Handle handle, OrganisationId organisation, CredentialId badge) {
        return SupersedeCredential.current(handle, organisation, badge.value()).orElse(badge.value());
    }

    /** Says that an offer renews an award. */
    public static void record(Handle handle, OrganisationId organisation, UUID offer, UUID award) {
        handle.attach(RenewalOfferDao.class).renew(offer, organisation.value(), award);
    }
}

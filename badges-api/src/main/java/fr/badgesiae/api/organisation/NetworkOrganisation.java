package fr.badgesiae.api.organisation;

import fr.badgesiae.api.organisation.pause.PauseReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as its network sees it.
 *
 * @param siret 14 digits
 * @param departements codes, such as {@code 59, 62}; empty when nobody said
 * @param since the day of vetting
 * @param suspendedSince the first day of the pause, or null
 * @param suspendedReason what has to change, or null
 * @param pauseReason why it is paused or to be paused, or null
 * @param pauseAskedAt when a pause was asked for that has not taken effect, or null
 * @param pauseAskedBy who asked for it, or null
 * @param pauseDueAt when it takes effect by itself, or null
 * @param earlierSirets as {@link fr.badgesiae.api.organisation.siret.EarlierSirets} reads them, or null
 */
public record NetworkOrganisation(
        UUID id,
        OrganisationKind kind,
        String siret,
        String legalName,
        String publicName,
        String departements,
        LocalDate since,
        @Nullable LocalDate suspendedSince,
        @Nullable String suspendedReason,
        @Nullable PauseReason pauseReason,
        @Nullable Instant pauseAskedAt,
        @Nullable UUID pauseAskedBy,
        @Nullable Instant pauseDueAt,
        @Nullable String earlierSirets) {}

package fr.badgesiae.api.holder.imported;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.platform.FrenchZone;
import fr.badgesiae.api.verification.BadgeCard;
import fr.badgesiae.api.verification.SignedBadge;
import fr.badgesiae.verifier.VerificationReport;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of a badge from elsewhere, once its content was proven, and what it is known by. Each is null before, and
 * where the badge does not say it.
 *
 * @param language of the name
 * @param issuer the registered name, else the name that the badge gives it
 * @param holder the name on the badge
 * @param awardedOn ISO 8601
 * @param identity as {@link ImportIdentity#of} has it; null in rows of before
 */
public record ImportedFacts(
        @Nullable String name,
        @Nullable String language,
        @Nullable String issuer,
        @Nullable String holder,
        @Nullable String awardedOn,
        @Nullable String identity) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** Of a report; nothing but the identity unless its content is proven. */
    static ImportedFacts of(VerificationReport report) {
        BadgeCard.Issuer issuer = BadgeCard.Issuer.of(report);
        String identity = ImportIdentity.of(report);
        return SignedBadge.of(report, FrenchZone.PARIS)
                .map(badge -> of(badge, issuer, identity))
                .orElseGet(() -> new ImportedFacts(null, null, null, null, null, identity));
    }

    private static ImportedFacts of(SignedBadge badge, BadgeCard.@Nullable Issuer issuer, String identity) {
        LocalDate awarded = badge.dates().awarded();
        String named = issuer == null
                ? null
                : issuer.registered() == null
                        ? issuer.claimedName()
                        : issuer.registered().registeredName();
        return new ImportedFacts(
                badge.name(),
                badge.language(),
                named,
                badge.holder(),
                awarded == null ? null : awarded.toString(),
                identity);
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("facts of six texts cannot be written", e);
        }
    }

    static ImportedFacts parse(byte[] json) {
        try {
            return JSON.readValue(json, ImportedFacts.class);
        } catch (IOException e) {
            throw new IllegalStateException("facts that were written cannot be read", e);
        }
    }
}

package fr.badgesiae.api.credential;

import fr.badgesiae.api.achievement.PublishedAchievement;
import fr.badgesiae.api.credential.wallet.WalletBinding;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.OrganisationId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The statement of an organisation about a worker and the holder's display choices: the whole input of a badge.
 *
 * @param awardId chosen by the caller, once for the accepted offer; arbitrary for a preview
 * @param subject UUID of the worker's {@code urn:uuid:} in this organisation; a badge without a name gets another
 * @param narrative description of what the person did, or empty
 * @param evidence supporting evidence, or empty
 * @param displayedName the chosen form of the name; null exactly for {@link NameChoice#NONE}
 * @param showEvidence whether this edition shows the evidence
 * @param offerId the accepted offer
 * @param wallet the wallet that this edition is signed for, whose key is then the subject; null for every other edition
 */
public record AwardStatement(
        UUID awardId,
        OrganisationId organisation,
        PersonId person,
        UUID subject,
        PublishedAchievement achievement,
        String narrative,
        String evidence,
        LocalDate awardedOn,
        NameChoice nameChoice,
        @Nullable String displayedName,
        boolean showEvidence,
        UUID offerId,
        @Nullable WalletBinding wallet) {
    public AwardStatement {
        if ((nameChoice == NameChoice.NONE) != (displayedName == null)) {
            throw new IllegalArgumentException("a name is displayed exactly when the holder chose one");
        }
    }

    /**
     * What was accepted, for one edition of an award.
     *
     * @param evidence of the offer, whether this edition shows it or not
     */
    public record Accepted(
            UUID award,
            UUID offer,
            LocalDate awardedOn,
            String narrative,
            String evidence,
            NameChoice nameChoice,
            boolean showsEvidence) {}

    /** The same as was accepted, under the name of now and in a version of the text: for {@link PrepareCredential#successor}. */
    public static AwardStatement again(Person person, PublishedAchievement text, Accepted said) {
        return new AwardStatement(
                said.award(),
                person.organisation(),
                person.id(),
                person.subject(),
                text,
                said.narrative(),
                said.evidence(),
                said.awardedOn(),
                said.nameChoice(),
                said.nameChoice().of(person.shortName(), person.fullName()),
                said.showsEvidence(),
                said.offer(),
                null);
    }

    /** The {@code id} of the credential's subject. */
    String subjectId() {
        String key = wallet == null ? null : wallet.key();
        return key == null ? "urn:uuid:" + subject : key;
    }

    /** The same about another subject. */
    AwardStatement of(UUID other) {
        return with(other, wallet);
    }

    /** The same for a wallet, or for none. */
    public AwardStatement boundTo(@Nullable WalletBinding key) {
        return with(subject, key);
    }

    /** The same under another form of the name, and with the evidence or without. */
    public AwardStatement showing(NameChoice choice, @Nullable String name, boolean evidenceShown) {
        return new AwardStatement(
                awardId,
                organisation,
                person,
                subject,
                achievement,
                narrative,
                evidence,
                awardedOn,
                choice,
                name,
                evidenceShown && !evidence.isEmpty(),
                offerId,
                wallet);
    }

    private AwardStatement with(UUID other, @Nullable WalletBinding key) {
        return new AwardStatement(
                awardId,
                organisation,
                person,
                other,
                achievement,
                narrative,
                evidence,
                awardedOn,
                nameChoice,
                displayedName,
                showEvidence,
                offerId,
                key);
    }
}

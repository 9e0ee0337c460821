package fr.badgesiae.api.bulk.content;

import fr.badgesiae.api.offer.OfferId;
import fr.badgesiae.api.offer.text.OfferRequest;
import fr.badgesiae.api.person.Person;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.html.Errors;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One person of a run.
 *
 * @param informed whether they were given the information sheet
 * @param line the words about them alone, or empty
 * @param again whether to offer the badge although it was offered before
 * @param reason why it was not offered; null unless it failed
 * @param offer null unless it was offered
 * @param standing an offer of the same badge that stands, or null
 */
public record RunPerson(
        PersonId id,
        String firstName,
        String lastName,
        boolean informed,
        String line,
        boolean again,
        RunPersonState state,
        @Nullable RunReason reason,
        @Nullable OfferId offer,
        @Nullable Standing standing) {

    /**
     * An offer that is open, or led to a badge in force.
     *
     * @param accepted whether the person has the badge
     * @param since when it was offered
     */
    public record Standing(boolean accepted, Instant since) {
        /** The message key of its words. */
        public String key() {
            return accepted ? "bulk.standing.accepted" : "bulk.standing.open";
        }
    }

    public String fullName() {
        return Person.fullName(firstName, lastName);
    }

    /** The name that the badge proposes to show. */
    public String shortName() {
        return Person.shortName(firstName, lastName);
    }

    /** The offer that the run makes to them. */
    public OfferRequest request(AwardRun run) {
        return new OfferRequest(
                id,
                run.achievement().id(),
                RunWords.of(run.narrative(), line, firstName),
                RunWords.named(run.evidence(), firstName));
    }

    /** Why the badge cannot be offered to them now. */
    public Optional<RunReason> obstacle(AwardRun run) {
        if (!run.open()) {
            return Optional.of(RunReason.BADGE_CLOSED);
        }
        if (!informed) {
            return Optional.of(RunReason.SHEET_MISSING);
        }
        if (standing != null && !again) {
            return Optional.of(RunReason.OFFERED_BEFORE);
        }
        Errors errors = request(run).errors(run.achievement().content().evidencePolicy());
        return errors.isEmpty() ? Optional.empty() : Optional.of(RunReason.WORDS_REFUSED);
    }
}

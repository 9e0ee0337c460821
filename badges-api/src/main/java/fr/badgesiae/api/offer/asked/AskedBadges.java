package fr.badgesiae.api.offer.asked;

import fr.badgesiae.api.achievement.content.AchievementId;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.AccountId;
import fr.badgesiae.api.platform.OrganisationId;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What was asked for: the words of an offer may begin with it, and an offer answers it. Nobody asks before the registration. */
public final class AskedBadges {
    private volatile Requests requests = (organisation, request) -> Optional.empty();
    private volatile Answers answers = (handle, made) -> {};

    /** Registers the feature of requests; before the first request. */
    public void answeredBy(Requests known, Answers closing) {
        requests = known;
        answers = closing;
    }

    /** An open request of this organisation. */
    public Optional<Wanted> find(OrganisationId organisation, RequestId request) {
        return requests.find(organisation, request);
    }

    /** In the transaction that makes the offer, with the person locked. */
    public void offered(Handle handle, Made made) {
        answers.offered(handle, made);
    }

    /** Finds open requests. */
    @FunctionalInterface
    public interface Requests {
        Optional<Wanted> find(OrganisationId organisation, RequestId request);
    }

    /** Closes the open requests of a person for a badge. */
    @FunctionalInterface
    public interface Answers {
        void offered(Handle handle, Made made);
    }

    /**
     * What somebody asks for.
     *
     * @param badge or null where the words describe it
     */
    public record Wanted(PersonId person, @Nullable AchievementId badge, String words) {}

    /**
     * An offer that was made.
     *
     * @param offer its id
     */
    public record Made(OrganisationId organisation, AccountId by, PersonId person, AchievementId badge, UUID offer) {}
}

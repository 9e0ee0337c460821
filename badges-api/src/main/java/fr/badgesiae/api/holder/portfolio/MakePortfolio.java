package fr.badgesiae.api.holder.portfolio;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.NameChoice;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.api.share.ShareAudit;
import fr.badgesiae.api.share.ShareLinks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes one link for several badges. Each is an edition like that of a link of its own; a choice made before signs nothing. */
public final class MakePortfolio {
    public static final int MOST_BADGES = 20;
    public static final int MOST_MESSAGE = 500;

    private final Platform platform;
    private final ShareLinks links;
    private final SignEdition editions;

    public MakePortfolio(Platform platform, ShareLinks links, SignEdition editions) {
        this.platform = platform;
        this.links = links;
        this.editions = editions;
    }

    /**
     * A badge as it was accepted, and the fingerprint of what its holder read of it.
     *
     * @param read empty where the page offered no choice
     */
    public record Chosen(CredentialId badge, String read) {}

    /**
     * What the link shows, and for how long.
     *
     * @param badges 1 to 20 different ones, in the order of the page
     * @param message 1 to 500 characters, or null
     * @param label 1 to 80 characters
     * @param days 1 to 730
     */
    public record Wish(
            List<Chosen> badges,
            NameChoice name,
            boolean evidence,
            @Nullable String message,
            String label,
            int days) {
        public Wish {
            badges = List.copyOf(badges);
            if (badges.isEmpty() || badges.size() > MOST_BADGES) {
                throw new IllegalArgumentException("a link shows 1 to 20 badges");
            }
        }
    }

    /** The outcome of a wish. */
    public sealed interface Outcome {
        <T> T fold(Cases<T> cases);
    }

    /** The link is made. */
    public record Made(UUID link) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.made(link);
        }
    }

    /** What the link would show of a badge is not signed. */
    public record NotSigned(String badge, EditionProblem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notSigned(badge, problem);
        }
    }

    /** A badge that can only be shown as it was accepted shows more than is wanted. */
    public record ShowsMore(String badge) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.showsMore(badge);
        }
    }

    /** As many links are open as a holder can have; nothing is signed. */
    public record TooMany() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.tooMany();
        }
    }

    /** One answer for each outcome; badges by their names. */
    public interface Cases<T> {
        T made(UUID link);

        T notSigned(String badge, EditionProblem problem);

        T showsMore(String badge);

        T tooMany();
    }

    /**
     * Makes the link. Nothing is signed before every badge is known to fit.
     *
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is not in force
     */
    public Outcome apply(HolderId holder, Wish wish) {
        if (full(holder)) {
            return new TooMany();
        }
        Map<CredentialId, ShareableBadge> known = known(holder);
        List<ShareableBadge> badges = new ArrayList<>();
        for (Chosen chosen : wish.badges()) {
            ShareableBadge badge = known.get(standing(known, holder, chosen.badge()));
            if (badge == null) {
                throw ProblemException.notFound();
            }
            if (badge.choices() == null && !badge.fits(wish.name(), wish.evidence())) {
                return new ShowsMore(badge.name());
            }
            badges.add(badge);
        }
        UUID[] shown = new UUID[badges.size()];
        for (int i = 0; i < shown.length; i++) {
            ShareableBadge badge = badges.get(i);
            SignEdition.Outcome edition = edition(holder, badge, wish.badges().get(i), wish);
            if (edition instanceof SignEdition.NotSigned not) {
                return new NotSigned(badge.name(), not.problem());
            }
            shown[i] = ((SignEdition.Signed) edition).edition().value();
        }
        return new Made(link(holder, shown, wish));
    }

    private boolean full(HolderId holder) {
        Instant now = platform.clock().instant();
        return platform.database().inHolder(holder, handle -> links.full(handle, holder, now));
    }

    private Map<CredentialId, ShareableBadge> known(HolderId holder) {
        Instant now = platform.clock().instant();
        return platform
                .database()
                .inHolder(holder, handle -> handle.attach(PortfolioDao.class).shareable(holder.value()))
                .stream()
                .map(row -> ShareableBadge.of(row, now))
                .collect(Collectors.toMap(ShareableBadge::id, Function.identity()));
    }

    /** The name may have been corrected since the badge was chosen: what was read then is compared with what stands now. */
    private CredentialId standing(Map<CredentialId, ShareableBadge> known, HolderId holder, CredentialId chosen) {
        return known.containsKey(chosen)
                ? chosen
                : platform.database()
                        .inHolder(
                                holder,
                                handle -> handle.attach(PortfolioDao.class).successor(chosen.value(), holder.value()))
                        .map(CredentialId::new)
                        .orElse(chosen);
    }

    private SignEdition.Outcome edition(HolderId holder, ShareableBadge badge, Chosen chosen, Wish wish) {
        return badge.choices() == null
                ? new SignEdition.Signed(badge.id())
                : editions.apply(holder, badge.id(), new EditionChoice(wish.name(), wish.evidence(), chosen.read()));
    }

    private UUID link(HolderId holder, UUID[] chosen, Wish wish) {
        UUID id = platform.ids().uuid();
        Code code = platform.ids().code();
        byte[] lookup = links.lookup(code);
        byte[] sealed = links.seal(code, id, holder);
        Instant now = platform.clock().instant();
        Instant ends = now.plus(Duration.ofDays(wish.days()));
        return platform.database().inHolder(holder, handle -> {
            UUID[] shown = links.standing(handle, holder, chosen);
            PortfolioDao dao = handle.attach(PortfolioDao.class);
            dao.insert(id, holder.value(), shown, lookup, sealed, wish.label(), wish.message(), now, ends);
            if (dao.insertPlaces(id, holder.value(), shown, now) != shown.length) {
                throw ProblemException.notFound();
            }
            platform.audit().record(handle, new AuditEvent(Actor.holder(holder), ShareAudit.SHARE_CREATED, id));
            return id;
        });
    }
}

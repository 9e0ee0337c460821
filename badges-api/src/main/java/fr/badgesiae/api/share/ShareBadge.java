package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.edition.EditionChoice;
import fr.badgesiae.api.edition.EditionProblem;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a link by which a holder shows a badge. Every badge is private until then. */
public final class ShareBadge {
    /** The duration that the form proposes, and the longest, in days. */
    public static final int DEFAULT_DAYS = 90;

    public static final int MOST_DAYS = 730;
    public static final int MOST_LABEL = 80;
    /** Spaces of every kind, and characters without a shape: a label of these is none. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{C}]*");

    private final Database database;
    private final ShareLinks links;
    private final SignEdition editions;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;

    ShareBadge(Database database, ShareLinks links, SignEdition editions, Ids ids, Clock clock, Audit audit) {
        this.database = database;
        this.links = links;
        this.editions = editions;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** What is wrong with a label and a number of days as they were written. */
    public static Errors check(String label, String days) {
        Errors errors = Errors.none();
        if (UNSEEN.matcher(label).matches()) {
            errors = errors.with("label", "holder.share.label-missing");
        }
        if (label.strip().length() > MOST_LABEL) {
            errors = errors.with("label", "holder.share.label-long", MOST_LABEL);
        }
        boolean fits = days.matches("[1-9]\\d{0,2}") && Integer.parseInt(days) <= MOST_DAYS;
        return fits ? errors : errors.with("days", "holder.share.days-error");
    }

    /**
     * The badge to show, and for how long.
     *
     * @param badge as it was accepted
     * @param choice what the link shows of it; null for what was accepted
     * @param label 1 to 80 characters
     * @param days 1 to 730
     */
    public record Wish(CredentialId badge, @Nullable EditionChoice choice, String label, int days) {
        public Wish {
            if (UNSEEN.matcher(label).matches() || label.length() > MOST_LABEL || days < 1 || days > MOST_DAYS) {
                throw new IllegalArgumentException("a share link needs a short label and an end within two years");
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

    /** What the link would show is not signed. */
    public record NotMade(EditionProblem problem) implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.notMade(problem);
        }
    }

    /** As many links are open as a holder can have; nothing is signed. */
    public record TooMany() implements Outcome {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.tooMany();
        }
    }

    /** One answer for each outcome. */
    public interface Cases<T> {
        T made(UUID link);

        T notMade(EditionProblem problem);

        T tooMany();
    }

    /**
     * Makes the link. It serves one edition for as long as it lives.
     *
     * @throws ProblemException NOT_FOUND for a badge that is not this holder's, or is not in force; CONFLICT for another choice
     *     about a badge that has lapsed
     */
    public Outcome apply(HolderId holder, Wish wish) {
        if (database.inHolder(holder, handle -> links.full(handle, holder, clock.instant()))) {
            return new TooMany();
        }
        EditionChoice choice = wish.choice();
        if (choice == null) {
            return new Made(link(holder, wish.badge(), wish));
        }
        return editions.apply(holder, wish.badge(), choice).fold(new SignEdition.Cases<Outcome>() {
            @Override
            public Outcome signed(CredentialId edition) {
                return new Made(link(holder, edition, wish));
            }

            @Override
            public Outcome notSigned(EditionProblem problem) {
                return new NotMade(problem);
            }
        });
    }

    private UUID link(HolderId holder, CredentialId edition, Wish wish) {
        UUID id = ids.uuid();
        Code code = ids.code();
        byte[] lookup = links.lookup(code);
        byte[] sealed = links.seal(code, id, holder);
        Instant now = clock.instant();
        Instant ends = now.plus(Duration.ofDays(wish.days()));
        return database.inHolder(holder, handle -> {
            UUID shown = links.standing(handle, holder, edition.value())[0];
            ShareLinkDao dao = handle.attach(ShareLinkDao.class);
            if (dao.insert(
                            id,
                            holder.value(),
                            shown,
                            lookup,
                            sealed,
                            wish.label().strip(),
                            now,
                            ends)
                    == 0) {
                throw ProblemException.notFound();
            }
            audit.record(handle, new AuditEvent(Actor.holder(holder), ShareAudit.SHARE_CREATED, id));
            return id;
        });
    }
}

package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;

/** The codes of share links, and the views that this node has counted but not written yet. */
public final class ShareLinks {
    /** How many links of one holder can be open when another is made. */
    public static final int MOST_OPEN = 100;

    private static final String LOOKUP = "share_link.code";

    private final Vault vault;
    private final Map<UUID, Long> unwritten = new ConcurrentHashMap<>();

    ShareLinks(Vault vault) {
        this.vault = vault;
    }

    /** The keyed hash under which the database finds a code. */
    public byte[] lookup(Code code) {
        return vault.lookup(LOOKUP, code.value());
    }

    /** A code as the database keeps it for its holder. */
    public byte[] seal(Code code, UUID link, HolderId holder) {
        return vault.seal(code.value().getBytes(StandardCharsets.UTF_8), context(link, holder));
    }

    /** The code of a link, for its holder. */
    public Code unseal(byte[] sealed, UUID link, HolderId holder) {
        return new Code(new String(vault.open(sealed, context(link, holder)), StandardCharsets.UTF_8));
    }

    /**
     * Seals the codes of every link again, for another holder to whom the links move later in the same transaction: the seal names
     * the holder.
     *
     * @param handle a transaction that sees the rows of {@code from}
     */
    public void sealFor(Handle handle, HolderId from, HolderId to) {
        ShareLinkDao dao = handle.attach(ShareLinkDao.class);
        for (ShareLinkDao.SealedRow row : dao.sealed(from.value())) {
            dao.seal(row.id(), from.value(), seal(unseal(row.codeSealed(), row.id(), from), row.id(), to));
        }
    }

    private static String context(UUID link, HolderId holder) {
        return "share_link.code_sealed|" + link + "|" + holder;
    }

    /** Whether a holder stops a link before making another; in a transaction of that holder. */
    public boolean full(Handle handle, HolderId holder, Instant now) {
        return handle.attach(ShareLinkDao.class).open(holder.value(), now) >= MOST_OPEN;
    }

    /**
     * The editions that a new link leads to, in their order: a name may have been corrected since they were chosen. None is
     * superseded before the end of the transaction.
     *
     * @param handle a transaction of the holder that holds no other lock
     * @throws ProblemException NOT_FOUND for one that is not this holder's, or when their space is erased
     */
    public UUID[] standing(Handle handle, HolderId holder, UUID... editions) {
        ShareLinkDao dao = handle.attach(ShareLinkDao.class);
        if (dao.lockSpace(holder.value()).isEmpty()) {
            throw ProblemException.notFound();
        }
        List<UUID> standing = dao.standing(editions, holder.value());
        if (standing.size() != editions.length) {
            throw ProblemException.notFound();
        }
        return standing.toArray(UUID[]::new);
    }

    /** Counts a view of a link's page, in memory: a scan does not wait for a write. */
    public void viewed(UUID link) {
        unwritten.merge(link, 1L, Long::sum);
    }

    /** The views of a link that {@link CountViews} has still to write. */
    public long unwrittenViews(UUID link) {
        return unwritten.getOrDefault(link, 0L);
    }

    /** Every unwritten view by link; they count as written from now on. */
    Map<UUID, Long> takeViews() {
        Map<UUID, Long> taken = new HashMap<>();
        for (UUID link : List.copyOf(unwritten.keySet())) {
            Long views = unwritten.remove(link);
            if (views != null) {
                taken.put(link, views);
            }
        }
        return taken;
    }

    /** Views that could not be written. */
    void putBackViews(Map<UUID, Long> views) {
        views.forEach((link, more) -> unwritten.merge(link, more, Long::sum));
    }
}

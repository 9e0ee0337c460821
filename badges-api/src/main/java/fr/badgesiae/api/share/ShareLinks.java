package fr.badgesiae.api.share;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.JdbiException;

/** The links by which badges are shown: their codes, their holders, and how often their pages were. */
public final class ShareLinks {
    static final String LOOKUP = "share_link.code";

    private final Database database;
    private final Vault vault;
    private final Map<UUID, Long> views = new ConcurrentHashMap<>();

    ShareLinks(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** What stands in the database for a code. */
    public byte[] lookup(Code code) {
        return vault.lookup(LOOKUP, code.value());
    }

    /** Counts a view of a link's page; the holder reads it some seconds later. */
    public void viewed(UUID link) {
        views.merge(link, 1L, Long::sum);
    }

    /** Writes down the views since the last time, for all links at once: a scan need not wait for that. */
    public void countViews() {
        Map<UUID, Long> seen = new HashMap<>();
        for (UUID link : List.copyOf(views.keySet())) {
            Long times = views.remove(link);
            if (times != null) {
                seen.put(link, times);
            }
        }
        if (seen.isEmpty()) {
            return;
        }
        List<UUID> links = List.copyOf(seen.keySet());
        Long[] times = links.stream().map(seen::get).toArray(Long[]::new);
        try {
            database.inPublic(handle -> handle.attach(ShareLinkDao.class).count(links.toArray(UUID[]::new), times));
        } catch (JdbiException away) {
            seen.forEach((link, more) -> views.merge(link, more, Long::sum));
            throw away;
        }
    }

    /** A holder's links with their codes, newest first. */
    public List<OwnShare> of(HolderId holder) {
        countViews(); // who looks now reads what this node knows
        return database
                .inHolder(holder, handle -> handle.attach(ShareLinkDao.class).ofHolder(holder.value()))
                .stream()
                .map(row -> new OwnShare(read(row), open(row)))
                .toList();
    }

    /**
     * One of them.
     *
     * @throws ProblemException NOT_FOUND for anybody else's
     */
    OwnShare find(HolderId holder, UUID link) {
        return of(holder).stream()
                .filter(own -> own.share().id().equals(link))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** A link and its code, for its holder alone. */
    public record OwnShare(Share share, Code code) {}

    private Code open(ShareLinkRow row) {
        byte[] plain = vault.open(row.codeSealed(), context(row.id(), new HolderId(row.holderId())));
        return new Code(new String(plain, StandardCharsets.UTF_8));
    }

    static String context(UUID link, HolderId holder) {
        return "share_link.code_sealed|" + link + "|" + holder;
    }

    private static Share read(ShareLinkRow row) {
        return new Share(
                row.id(),
                new OrganisationId(row.organisationId()),
                new HolderId(row.holderId()),
                row.credentialId(),
                row.label(),
                row.createdAt(),
                row.endsAt(),
                row.switchedOffAt(),
                row.views());
    }
}

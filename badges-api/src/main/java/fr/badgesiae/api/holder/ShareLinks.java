package fr.badgesiae.api.holder;

import fr.badgesiae.api.platform.Code;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.db.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The links by which badges are shown, as the pages behind them may see them. */
public final class ShareLinks {
    static final String LOOKUP = "share_link.code";

    private final Database database;
    private final Vault vault;

    ShareLinks(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** The link under a code, open or not: the caller asks {@link Share#isOpen}. */
    public Optional<Share> byCode(Code code) {
        byte[] lookup = vault.lookup(LOOKUP, code.value());
        return database.inPublic(handle -> handle.attach(ShareLinkDao.class).locate(lookup))
                .flatMap(found -> database.inHolder(
                        new HolderId(found.holderId()),
                        handle -> handle.attach(ShareLinkDao.class).find(found.shareLinkId(), found.holderId())))
                .map(ShareLinks::read);
    }

    /** Counts a view of the link's page. */
    public void viewed(Share share) {
        database.inHolder(share.holder(), handle -> {
            // A scan need not wait for the disk: a view lost with a failing database is no loss.
            handle.execute("SET LOCAL synchronous_commit = off");
            return handle.attach(ShareLinkDao.class)
                    .viewed(share.id(), share.holder().value());
        });
    }

    /** A holder's links with their codes, newest first. */
    List<OwnShare> of(HolderId holder) {
        return database
                .inHolder(holder, handle -> handle.attach(ShareLinkDao.class).ofHolder(holder.value()))
                .stream()
                .map(row -> new OwnShare(read(row), open(row)))
                .toList();
    }

    /** A link and its code, for its holder alone. */
    record OwnShare(Share share, Code code) {}

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

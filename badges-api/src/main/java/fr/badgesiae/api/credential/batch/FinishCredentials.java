package fr.badgesiae.api.credential.batch;

import fr.badgesiae.api.credential.CredentialId;
import fr.badgesiae.api.credential.PrepareCredential;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.keys.IssuerKeys;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.db.Database;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes over credentials whose signer stopped, a bounded number at a time, and issues them together. */
public final class FinishCredentials {
    /** With their documents they need some 4 MB, and a fraction of a lease. */
    public static final int MOST = 200;

    private static final Logger LOG = LoggerFactory.getLogger(FinishCredentials.class);

    private final Database database;
    private final Clock clock;
    private final SigningKeys keys;
    private final IssueCredentials issue;

    public FinishCredentials(Database database, Clock clock, SigningKeys keys, IssueCredentials issue) {
        this.database = database;
        this.clock = clock;
        this.keys = keys;
        this.issue = issue;
    }

    /**
     * Takes the leases of some that wait for longest, and issues them.
     *
     * @return how many were taken; fewer than {@link #MOST} when no more wait
     */
    public int apply() {
        Instant now = clock.instant();
        List<BatchDao.LeasedRow> taken = database.inPublic(
                handle -> handle.attach(BatchDao.class).take(now, now.plus(PrepareCredential.LEASE), MOST));
        Map<UUID, List<BatchDao.LeasedRow>> ofEach = taken.stream()
                .collect(Collectors.groupingBy(BatchDao.LeasedRow::organisationId, TreeMap::new, Collectors.toList()));
        List<PreparedCredential> prepared = new ArrayList<>();
        ofEach.forEach((organisation, rows) -> prepared.addAll(read(new OrganisationId(organisation), rows)));
        if (!prepared.isEmpty()) {
            issue.apply(prepared);
        }
        return taken.size();
    }

    /** An organisation that cannot be read stops no other. */
    private List<PreparedCredential> read(OrganisationId organisation, List<BatchDao.LeasedRow> rows) {
        try {
            return database.inOrganisation(organisation, handle -> read(handle, organisation, rows));
        } catch (RuntimeException e) {
            LOG.error("{} credentials of {} could not be read; they will be tried again", rows.size(), organisation, e);
            return List.of();
        }
    }

    private List<PreparedCredential> read(Handle handle, OrganisationId organisation, List<BatchDao.LeasedRow> rows) {
        List<BatchDao.PreparedRow> waiting = handle.attach(BatchDao.class)
                .prepared(
                        organisation.value(),
                        rows.stream().map(BatchDao.LeasedRow::credentialId).toArray(UUID[]::new),
                        rows.stream().map(BatchDao.LeasedRow::lease).toArray(UUID[]::new));
        if (waiting.isEmpty()) {
            return List.of();
        }
        Optional<IssuerKeys> both = keys.useBoth(handle, organisation, waiting.size());
        if (both.isEmpty()) {
            LOG.error("{} credentials of {} wait for a key that opens", waiting.size(), organisation);
            return List.of();
        }
        return waiting.stream().map(row -> prepared(organisation, row, both)).toList();
    }

    private static PreparedCredential prepared(
            OrganisationId organisation, BatchDao.PreparedRow row, Optional<IssuerKeys> keys) {
        UUID supersedes = row.supersedes();
        return new PreparedCredential(
                organisation,
                new CredentialId(row.id()),
                row.awardId(),
                row.edition(),
                row.offerId(),
                supersedes == null ? null : new CredentialId(supersedes),
                row.payload(),
                row.lease(),
                keys);
    }
}

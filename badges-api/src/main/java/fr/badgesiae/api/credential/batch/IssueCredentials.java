package fr.badgesiae.api.credential.batch;

import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.credential.IssueCredential;
import fr.badgesiae.api.credential.IssueCredential.Attempt;
import fr.badgesiae.api.credential.PreparedCredential;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.verifier.Fetcher;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Issues several prepared credentials: each is signed and verified as one alone is, on every core, and those of one organisation
 * are released in one transaction. A credential that replaces another, that our verifier does not accept, or that another
 * transaction holds, is settled alone with the same signed bytes.
 */
public final class IssueCredentials {
    private static final Logger LOG = LoggerFactory.getLogger(IssueCredentials.class);

    private final Database database;
    private final Clock clock;
    private final Audit audit;
    private final SigningKeys keys;
    private final IssueCredential issue;
    private final SigningThreads threads;

    public IssueCredentials(Platform platform, CredentialModule credentials) {
        this.database = platform.database();
        this.clock = platform.clock();
        this.audit = platform.audit();
        this.keys = credentials.signingKeys();
        this.issue = credentials.issue();
        this.threads = new SigningThreads(Runtime.getRuntime().availableProcessors());
    }

    /**
     * Issues them, after the commit of their preparation.
     *
     * @param credentials few enough to be held in memory with their signed documents
     * @return whether all are released on return; the others are released later, or voided
     */
    public boolean apply(List<PreparedCredential> credentials) {
        if (credentials.size() <= 1) {
            return credentials.stream().allMatch(issue::apply);
        }
        Fetcher published = issue.published();
        List<Attempt> attempts = threads.each(credentials, credential -> sign(credential, published)).stream()
                .flatMap(Optional::stream)
                .toList();
        Map<UUID, List<Attempt>> ofEach = attempts.stream()
                .collect(Collectors.groupingBy(
                        attempt -> attempt.credential().organisation().value(), TreeMap::new, Collectors.toList()));
        boolean all = attempts.size() == credentials.size();
        for (Map.Entry<UUID, List<Attempt>> one : ofEach.entrySet()) {
            all &= settle(new OrganisationId(one.getKey()), one.getValue());
        }
        return all;
    }

    private Optional<Attempt> sign(PreparedCredential credential, Fetcher published) {
        try {
            return Optional.of(issue.sign(credential, published));
        } catch (RuntimeException e) {
            LOG.error("Credential {} could not be signed; it will be tried again", credential.id(), e);
            return Optional.empty();
        }
    }

    /** Where it stays unknown what a transaction released, all are left to a later run: it takes those that still wait. */
    private boolean settle(OrganisationId organisation, List<Attempt> attempts) {
        List<Attempt> plain = attempts.stream().filter(Attempt::isPlain).toList();
        Set<UUID> released;
        try {
            released = plain.size() > 1 ? release(organisation, plain) : Set.of();
        } catch (RuntimeException e) {
            LOG.error("{} credentials could not be finished; they will be tried again", attempts.size(), e);
            return false;
        }
        boolean all = true;
        for (Attempt attempt : attempts) {
            all &= released.contains(attempt.credential().id().value()) || settle(attempt);
        }
        return all;
    }

    private boolean settle(Attempt attempt) {
        try {
            return issue.settle(attempt);
        } catch (RuntimeException e) {
            LOG.error(
                    "Credential {} could not be finished; it will be tried again",
                    attempt.credential().id(),
                    e);
            return false;
        }
    }

    /** After a failure, which may have come after the commit, what is not released is left to be settled one by one. */
    private Set<UUID> release(OrganisationId organisation, List<Attempt> attempts) {
        try {
            return database.inOrganisation(organisation, handle -> release(handle, organisation, attempts));
        } catch (RuntimeException e) {
            LOG.error("{} credentials could not be released together; each is tried alone", attempts.size(), e);
            return database.inOrganisation(
                    organisation,
                    handle -> handle.attach(BatchDao.class).released(organisation.value(), ids(attempts)));
        }
    }

    private Set<UUID> release(Handle handle, OrganisationId organisation, List<Attempt> attempts) {
        Set<UUID> won = handle.attach(BatchDao.class)
                .issue(
                        organisation.value(),
                        ids(attempts),
                        attempts.stream()
                                .map(attempt -> attempt.credential().lease())
                                .toArray(UUID[]::new),
                        attempts.stream()
                                .map(attempt -> attempt.forms().orElseThrow().document())
                                .toArray(String[]::new),
                        attempts.stream()
                                .map(attempt -> attempt.forms().orElseThrow().jwt())
                                .toArray(String[]::new),
                        clock.instant());
        List<Attempt> winners = attempts.stream()
                .filter(attempt -> won.contains(attempt.credential().id().value()))
                .toList();
        keys.usedAll(handle, winners.stream().map(Attempt::pair).toList());
        audit.recordAll(handle, winners.stream().map(Attempt::line).toList());
        return won;
    }

    private static UUID[] ids(List<Attempt> attempts) {
        return attempts.stream()
                .map(attempt -> attempt.credential().id().value())
                .toArray(UUID[]::new);
    }
}

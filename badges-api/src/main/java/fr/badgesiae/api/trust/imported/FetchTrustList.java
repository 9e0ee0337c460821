package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.trust.SignedTrustList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Fetches the list of a pinned signer and stores its entries of whole DIDs. A refused list changes only the state shown to
 * the network; the previous list counts until it expires. References to other lists are ignored.
 */
public final class FetchTrustList {
    private final Platform platform;
    private final ReadTrustList read;

    public FetchTrustList(Platform platform, ReadTrustList read) {
        this.platform = platform;
        this.read = read;
    }

    /**
     * One attempt, of a few seconds at most.
     *
     * @param by who asked for it
     * @throws ProblemException NOT_FOUND when this network pinned no such signer
     */
    void apply(OrganisationId network, SignerId signer, Actor by) {
        SignerRow row = platform.database()
                .inOrganisation(
                        network,
                        handle -> handle.attach(SignerDao.class)
                                .find(signer.value(), network.value())
                                .orElseThrow(ProblemException::notFound));
        ReadTrustList.Outcome outcome = read.apply(row.did(), row.address(), row.sequence());
        platform.database()
                .inOrganisation(
                        network,
                        handle -> handle.attach(SignerDao.class)
                                .lock(signer.value(), network.value())
                                .map(now -> keep(handle, network, now, outcome, by))
                                .orElse(false));
    }

    /** Decides on the locked row: another node may have stored a newer list meanwhile. */
    private boolean keep(
            Handle handle, OrganisationId network, SignerRow row, ReadTrustList.Outcome outcome, Actor by) {
        SignerDao dao = handle.attach(SignerDao.class);
        return outcome.fold(new ReadTrustList.Cases<>() {
            @Override
            public Boolean read(SignedTrustList list) {
                return keep(handle, network, row, list, by);
            }

            @Override
            public Boolean failed(ImportProblem problem) {
                return dao.tried(row.id(), network.value(), platform.clock().instant(), problem) > 0;
            }
        });
    }

    private boolean keep(Handle handle, OrganisationId network, SignerRow row, SignedTrustList list, Actor by) {
        SignerDao dao = handle.attach(SignerDao.class);
        Instant now = platform.clock().instant();
        if (list.sequence() < row.sequence()) {
            return dao.tried(row.id(), network.value(), now, ImportProblem.OUTDATED) > 0;
        }
        if (unchanged(row, list)) {
            return dao.tried(row.id(), network.value(), now, null) > 0;
        }
        return accept(dao, network.value(), row.id(), list, now) && record(handle, network, row, list, by);
    }

    /** Whether this is the list that was accepted last; its entries are not written again. */
    private static boolean unchanged(SignerRow row, SignedTrustList list) {
        return row.acceptedAt() != null
                && list.sequence() == row.sequence()
                && list.issuedAt().equals(row.issuedAt())
                && list.expires().equals(row.expiresAt());
    }

    private static boolean accept(SignerDao dao, UUID network, UUID signer, SignedTrustList list, Instant now) {
        List<SignedTrustList.Entry> dids = list.entries().stream()
                .filter(entry -> entry.id().startsWith("did:"))
                .toList();
        dao.forget(signer, network);
        dao.insert(signer, network, dids);
        int leftOut = list.entries().size() - dids.size();
        return dao.accepted(
                        signer, network, now, list.sequence(), list.issuedAt(), list.expires(), dids.size(), leftOut)
                > 0;
    }

    /** Records an import, unless the same list was read again. */
    private boolean record(Handle handle, OrganisationId network, SignerRow row, SignedTrustList list, Actor by) {
        if (row.acceptedAt() == null || list.sequence() > row.sequence()) {
            platform.audit().record(handle, new AuditEvent(network, by, TrustAudit.TRUST_LIST_IMPORTED, row.id()));
        }
        return true;
    }
}

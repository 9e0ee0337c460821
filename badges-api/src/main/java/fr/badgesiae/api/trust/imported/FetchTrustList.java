package fr.badgesiae.api.trust.imported;

import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.problem.ProblemException;
import fr.badgesiae.verifier.trust.SignedTrustList;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Asks a pinned signer for its list and keeps what it says of whole DIDs. A list that is refused changes nothing but the
 * state that the network reads: the one before it counts until it lapses. Whatever a list says of other lists is not read.
 */
public final class FetchTrustList {
    private final Platform platform;
    private final ReadTrustList read;

    public FetchTrustList(Platform platform, ReadTrustList read) {
        this.platform = platform;
        this.read = read;
    }

    /**
     * One try, which takes some seconds at most.
     *
     * @param by who asked for it
     * @throws ProblemException NOT_FOUND when this network pinned no such signer
     */
    void fetch(OrganisationId network, SignerId signer, Actor by) {
        SignerRow row = platform.database()
                .inOrganisation(
                        network,
                        handle -> handle.attach(SignerDao.class)
                                .find(signer.value(), network.value())
                                .orElseThrow(ProblemException::notFound));
        ReadTrustList.Result result = read.read(row.did(), row.address(), row.sequence());
        platform.database()
                .inOrganisation(
                        network,
                        handle -> handle.attach(SignerDao.class)
                                .lock(signer.value(), network.value())
                                .map(now -> keep(handle, network, now, result, by))
                                .orElse(false));
    }

    /** Against the row as it is now: another node may have read a newer list meanwhile. */
    private boolean keep(Handle handle, OrganisationId network, SignerRow row, ReadTrustList.Result result, Actor by) {
        SignerDao dao = handle.attach(SignerDao.class);
        Instant now = platform.clock().instant();
        if (result instanceof ReadTrustList.Failed failed) {
            return dao.tried(row.id(), network.value(), now, failed.problem()) > 0;
        }
        SignedTrustList list = ((ReadTrustList.Read) result).list();
        if (list.sequence() < row.sequence()) {
            return dao.tried(row.id(), network.value(), now, ImportProblem.OUTDATED) > 0;
        }
        if (unchanged(row, list)) {
            return dao.tried(row.id(), network.value(), now, null) > 0;
        }
        return accept(dao, network.value(), row.id(), list, now) && record(handle, network, row, list, by);
    }

    /** The list that was accepted last, read again: nothing of it is written anew. */
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

    /** The same list read again each hour is no event. */
    private boolean record(Handle handle, OrganisationId network, SignerRow row, SignedTrustList list, Actor by) {
        if (row.acceptedAt() == null || list.sequence() > row.sequence()) {
            platform.audit().record(handle, new AuditEvent(network, by, AuditCode.TRUST_LIST_IMPORTED, row.id()));
        }
        return true;
    }
}

package fr.badgesiae.api.statuslist;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.IssuerKeys;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.verifier.proof.DataIntegritySigner;
import fr.badgesiae.verifier.proof.JwsSigner;
import fr.badgesiae.verifier.status.BitstringStatusList;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Signs and publishes a list while its row is locked. A bit and the signed list become visible together, and concurrent
 * changes are not lost. Signing takes a few milliseconds; only lists of the same organisation wait.
 */
final class SignStatusList {
    /** Validity of a signed list; the job signs it again at half of it. */
    static final Duration LIFE = Duration.ofDays(7);

    private final Settings settings;
    private final Clock clock;
    private final Audit audit;
    private final SigningKeys keys;
    private final DataIntegritySigner signer;
    private final JwsSigner tokens = new JwsSigner();

    SignStatusList(Settings settings, Clock clock, Audit audit, SigningKeys keys, DataIntegritySigner signer) {
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        this.keys = keys;
        this.signer = signer;
    }

    /** Signs the list unchanged. */
    void sign(Handle handle, OrganisationId organisation, UUID list) {
        publish(handle, organisation, locked(handle, organisation, list));
    }

    /** Signs the list again unless another node has done so. */
    void signIfLapsing(Handle handle, OrganisationId organisation, UUID list, Instant before) {
        ListRow row = locked(handle, organisation, list);
        if (!row.isSignedUntil(before)) {
            publish(handle, organisation, row);
        }
    }

    /** Sets bits of one list and signs it once; nothing changes when all are set already. */
    void withBits(Handle handle, OrganisationId organisation, UUID list, List<StatusIndex> places) {
        ListRow row = locked(handle, organisation, list);
        List<StatusIndex> unset = places.stream()
                .filter(place -> !BitstringStatusList.isSet(row.bits(), place.index()))
                .toList();
        if (!unset.isEmpty()) {
            unset.forEach(place -> BitstringStatusList.set(row.bits(), place.index(), true));
            publish(handle, organisation, row);
        }
    }

    private static ListRow locked(Handle handle, OrganisationId organisation, UUID list) {
        return handle.attach(StatusListDao.class)
                .lock(list, organisation.value())
                .orElseThrow(() -> new IllegalStateException("no such status list"));
    }

    private void publish(Handle handle, OrganisationId organisation, ListRow row) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant until = now.plus(LIFE);
        Optional<IssuerKeys> both = keys.useBoth(handle, organisation);
        // Without the key of the token a revocation still shows in the credential, which every verifier of badges
        // reads.
        IssuerKey embedded =
                both.map(IssuerKeys::embedded).orElseGet(() -> keys.use(handle, organisation, KeyAlgorithm.ED25519));
        ObjectNode unsigned = StatusListCredential.of(
                settings.url("/status/" + row.id()), keys.issuerDid(organisation), row.bits(), now, until);
        ObjectNode signed = signer.sign(unsigned, embedded.verificationMethod(), now, embedded.signer());
        keys.used(handle, embedded);
        String token = null;
        if (both.isPresent()) {
            token = token(organisation, row, now, until, both.get().jwt());
            keys.used(handle, both.get().jwt());
        }
        handle.attach(StatusListDao.class)
                .publish(row.id(), organisation.value(), row.bits(), signed.toString(), token, until);
        audit.record(
                handle, new AuditEvent(organisation, Actor.SYSTEM, StatusListAudit.STATUS_LIST_PUBLISHED, row.id()));
    }

    private String token(OrganisationId organisation, ListRow row, Instant now, Instant until, IssuerKey key) {
        ObjectNode claims = StatusListToken.of(
                settings.url("/status/" + row.id() + StatusListToken.SUFFIX),
                settings.url("/issuers/" + organisation),
                row.bits(),
                now,
                until);
        return tokens.sign(claims, StatusListToken.TYPE, key.algorithm().jose(), key.thumbprint(), key.signer());
    }
}

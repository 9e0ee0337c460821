package fr.badgesiae.api.trust;

import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.keys.KeyAlgorithm;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.organisation.VettedOrganisation;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Sha256;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.trust.imported.TrustAudit;
import fr.badgesiae.verifier.trust.SignedTrustList;
import fr.badgesiae.verifier.trust.TrustListWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Signs the list of all organisations that networks of this platform vouch for. It signs when an entry or the key changed
 * or half of the validity is over. Running it twice, or on two nodes, is harmless.
 */
final class SignTrustList {
    static final Duration LIFE = SignedTrustList.LONGEST;

    private static final Duration EARLY = LIFE.dividedBy(2);
    private static final KeyAlgorithm ALGORITHM = KeyAlgorithm.ED25519;

    private final Platform platform;
    private final Organisations organisations;
    private final SigningKeys keys;

    SignTrustList(Platform platform, Organisations organisations, SigningKeys keys) {
        this.platform = platform;
        this.organisations = organisations;
        this.keys = keys;
    }

    /** @return whether a list was signed */
    boolean apply() {
        return platform.database().inPublic(handle -> {
            handle.attach(TrustListDao.class).lock();
            Instant now = platform.clock().instant().truncatedTo(ChronoUnit.SECONDS);
            List<SignedTrustList.Entry> entries = entries(handle);
            byte[] content = Sha256.of(entries.toString());
            Optional<TrustListRow> newest = handle.attach(TrustListDao.class).newest();
            if (newest.filter(row -> stands(handle, row, content, now)).isPresent()) {
                return false;
            }
            publish(handle, entries, content, sequence(newest, now), now);
            return true;
        });
    }

    private boolean stands(Handle handle, TrustListRow row, byte[] content, Instant now) {
        return Arrays.equals(row.content(), content)
                && row.expiresAt().isAfter(now.plus(EARLY))
                && keys.activeForPlatform(handle, ALGORITHM)
                        .filter(row.keyId()::equals)
                        .isPresent();
    }

    /**
     * Rises by the clock, not by one. After the restore of an older backup the next number still exceeds any that readers
     * have seen; a lower number would be refused for good.
     */
    private static long sequence(Optional<TrustListRow> newest, Instant now) {
        return Math.max(newest.map(TrustListRow::sequence).orElse(0L) + 1, now.getEpochSecond());
    }

    private void publish(
            Handle handle, List<SignedTrustList.Entry> entries, byte[] content, long sequence, Instant now) {
        Instant until = now.plus(LIFE);
        SignedTrustList list = new SignedTrustList(keys.platformDid(), now, until, sequence, entries);
        IssuerKey key = keys.useForPlatform(handle, ALGORITHM);
        String document = TrustListWriter.sign(list, key.algorithm().jose(), key.verificationMethod(), key.signer());
        keys.used(handle, key);
        handle.attach(TrustListDao.class).publish(sequence, key.id(), content, document, now, until);
        platform.audit().record(handle, new AuditEvent(Actor.SYSTEM, TrustAudit.TRUST_LIST_PUBLISHED, key.id()));
    }

    private List<SignedTrustList.Entry> entries(Handle handle) {
        return organisations.vetted(handle, "", null, SignedTrustList.MAX_ENTRIES + 1).stream()
                .map(this::entry)
                .toList();
    }

    private SignedTrustList.Entry entry(VettedOrganisation member) {
        LocalDate suspended = member.suspendedSince();
        return new SignedTrustList.Entry(
                did(member.id()),
                member.publicName(),
                member.siret(),
                suspended == null ? SignedTrustList.State.ACTIVE : SignedTrustList.State.SUSPENDED,
                suspended == null ? member.vettedOn() : suspended);
    }

    private String did(UUID organisation) {
        return keys.issuerDid(new OrganisationId(organisation));
    }
}

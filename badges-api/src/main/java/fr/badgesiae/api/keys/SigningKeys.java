package fr.badgesiae.api.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.verifier.keys.Crypto;
import fr.badgesiae.verifier.keys.PublicKeys;
import fr.badgesiae.verifier.keys.VerificationKey;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.text.ParseException;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signing keys of organisations, for other features. Private keys are stored sealed and are opened in memory only. */
public final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);

    private final KeyNames names;
    private final Vault vault;
    private final Ids ids;
    private final Clock clock;
    private final Audit audit;
    private final Crypto crypto = Crypto.best();
    private final PublicKeys publicKeys = new PublicKeys(crypto);

    SigningKeys(KeyNames names, Vault vault, Ids ids, Clock clock, Audit audit) {
        this.names = names;
        this.vault = vault;
        this.ids = ids;
        this.clock = clock;
        this.audit = audit;
    }

    /** The {@code did:web} of the platform. */
    public String platformDid() {
        return names.did(null);
    }

    /** The {@code did:web} of an organisation. */
    public String issuerDid(OrganisationId organisation) {
        return names.did(organisation.value());
    }

    /** Creates the Ed25519 and P-256 keys of a new organisation, in the transaction that creates it. */
    public void createFor(Handle handle, OrganisationId organisation) {
        for (KeyAlgorithm algorithm : KeyAlgorithm.OF_EVERY_OWNER) {
            create(handle, organisation, algorithm);
        }
    }

    /** Creates the keys of the platform at the first start, in a public transaction. */
    void createForPlatform(Handle handle) {
        KeyDao dao = handle.attach(KeyDao.class);
        dao.lockPlatform();
        if (dao.ofPlatform().isEmpty()) {
            for (KeyAlgorithm algorithm : KeyAlgorithm.OF_EVERY_OWNER) {
                create(handle, null, algorithm);
            }
        }
    }

    private void create(Handle handle, @Nullable OrganisationId organisation, KeyAlgorithm algorithm) {
        UUID id = ids.uuid();
        UUID tenant = organisation == null ? null : organisation.value();
        KeyPair pair = crypto.generate(algorithm.type(), ids.random());
        VerificationKey key = publicKeys.of(pair.getPublic());
        String jwk = publicKeys.toJwk(key).toString();
        String multikey = algorithm == KeyAlgorithm.RS256 ? null : publicKeys.toMultikey(key);
        KeyDao dao = handle.attach(KeyDao.class);
        int version = dao.nextVersion(tenant, algorithm);
        if (dao.insert(id, tenant, algorithm, version, jwk, multikey, clock.instant()) == 0) {
            return; // another node made it meanwhile
        }
        byte[] sealed = vault.seal(pair.getPrivate().getEncoded(), context(id, tenant, version));
        dao.insertSecret(id, tenant, version, sealed);
        audit.record(handle, new AuditEvent(organisation, Actor.SYSTEM, KeyAudit.KEY_CREATED, id));
    }

    /**
     * Opens the active key of an organisation and records in the audit that it will be used.
     *
     * @param handle a transaction that sees the organisation; signing needs no transaction
     * @throws IllegalStateException when the key is absent or does not open
     */
    public IssuerKey use(Handle handle, OrganisationId organisation, KeyAlgorithm algorithm) {
        return use(
                handle, organisation, algorithm, handle.attach(KeyDao.class).active(organisation.value(), algorithm));
    }

    /**
     * Opens the RSA key of an organisation likewise, which is made with its first use, and again once it is retired or
     * compromised.
     *
     * @param handle a transaction that sees the organisation
     */
    public IssuerKey useRsa(Handle handle, OrganisationId organisation) {
        KeyDao dao = handle.attach(KeyDao.class);
        if (dao.active(organisation.value(), KeyAlgorithm.RS256).isEmpty()) {
            create(handle, organisation, KeyAlgorithm.RS256);
        }
        return use(handle, organisation, KeyAlgorithm.RS256);
    }

    /**
     * Opens the active key of the platform likewise; its organisation is null.
     *
     * @param handle a public transaction
     */
    public IssuerKey useForPlatform(Handle handle, KeyAlgorithm algorithm) {
        return use(handle, null, algorithm, handle.attach(KeyDao.class).activeOfPlatform(algorithm));
    }

    /**
     * Opens the active keys of an organisation for both forms of a credential, and records that they will be used.
     *
     * @param handle a transaction that sees the organisation; signing needs no transaction
     * @return empty, with nothing recorded, when a key is absent or does not open
     */
    public Optional<IssuerKeys> useBoth(Handle handle, OrganisationId organisation) {
        return useBoth(handle, organisation, 1);
    }

    /**
     * The same for many credentials.
     *
     * @param credentials how many; each use of a key has its line in the audit
     */
    public Optional<IssuerKeys> useBoth(Handle handle, OrganisationId organisation, int credentials) {
        Map<KeyAlgorithm, IssuerKey> keys = new EnumMap<>(KeyAlgorithm.class);
        try {
            for (SealedKeyRow row : handle.attach(KeyDao.class).active(organisation.value())) {
                keys.put(row.algorithm(), opened(organisation, row));
            }
        } catch (IllegalStateException e) {
            LOG.error("A signing key of organisation {} does not open", organisation, e);
            return Optional.empty();
        }
        IssuerKey embedded = keys.get(KeyAlgorithm.ED25519);
        IssuerKey jwt = keys.get(KeyAlgorithm.ES256);
        if (embedded == null || jwt == null) {
            LOG.error("A signing key of organisation {} is absent", organisation);
            return Optional.empty();
        }
        IssuerKeys both = new IssuerKeys(embedded, jwt);
        recordAll(handle, Collections.nCopies(credentials, both), KeyAudit.KEY_WILL_BE_USED);
        return Optional.of(both);
    }

    private IssuerKey use(
            Handle handle,
            @Nullable OrganisationId organisation,
            KeyAlgorithm algorithm,
            Optional<SealedKeyRow> active) {
        SealedKeyRow row = active.orElseThrow(() -> new IllegalStateException("no active " + algorithm + " key"));
        IssuerKey key = opened(organisation, row);
        record(handle, key, KeyAudit.KEY_WILL_BE_USED);
        return key;
    }

    private IssuerKey opened(@Nullable OrganisationId organisation, SealedKeyRow row) {
        UUID tenant = organisation == null ? null : organisation.value();
        return new IssuerKey(
                row.id(),
                organisation,
                row.algorithm(),
                names.verificationMethod(tenant, row.id()),
                names.jwkMethod(tenant, row.publicJwk()),
                crypto.signer(row.algorithm().algorithm(), open(row, tenant)));
    }

    /** The key that {@link #useForPlatform} would use, in a public transaction. */
    public Optional<UUID> activeForPlatform(Handle handle, KeyAlgorithm algorithm) {
        return handle.attach(KeyDao.class).activeOfPlatform(algorithm).map(SealedKeyRow::id);
    }

    /** The public keys of the platform that are not compromised, for comparison by people. */
    public List<VerificationKey> platformKeys(Handle handle) {
        return handle.attach(KeyDao.class).ofPlatform().stream()
                .filter(row -> row.state() != KeyState.COMPROMISED)
                .flatMap(row -> Optional.ofNullable(row.multikey()).stream())
                .map(multikey -> publicKeys.fromMultikey(multikey).orElseThrow())
                .toList();
    }

    /**
     * Organisations with keys, by id, after one; in a public transaction. Closed ones too: what they signed stays published.
     *
     * @param after the last one of the page before, or the id of zeros
     */
    public List<OrganisationId> owners(Handle handle, UUID after, int most) {
        return handle.attach(KeyDao.class).ownersAfter(after, most).stream()
                .map(OrganisationId::new)
                .toList();
    }

    /** Every P-256 key of an organisation, in whichever state; in a public transaction. */
    public List<PublishedKey> ofOrganisations(Handle handle) {
        try (Stream<KeyRow> rows = handle.attach(KeyDao.class).published()) {
            return history(rows);
        }
    }

    /** The same of one organisation. */
    public List<PublishedKey> ofOrganisation(Handle handle, OrganisationId organisation) {
        return history(handle.attach(KeyDao.class).of(organisation.value()).stream());
    }

    private static List<PublishedKey> history(Stream<KeyRow> rows) {
        return rows.filter(row -> row.organisationId() != null && row.algorithm() == KeyAlgorithm.ES256)
                .map(SigningKeys::published)
                .toList();
    }

    private static PublishedKey published(KeyRow row) {
        try {
            ECKey key = ECKey.parse(row.publicJwk());
            return new PublishedKey(
                    new OrganisationId(Objects.requireNonNull(row.organisationId())),
                    key.computeThumbprint().toString(),
                    key.getX().toString(),
                    key.getY().toString(),
                    row.state(),
                    row.notBefore(),
                    row.notAfter());
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException("a stored key does not read back", e);
        }
    }

    /** Records in the audit that a key was used. */
    public void used(Handle handle, IssuerKey key) {
        record(handle, key, KeyAudit.KEY_USED);
    }

    /** Records in the audit that both keys of each pair were used, for one credential a pair. */
    public void usedAll(Handle handle, List<IssuerKeys> pairs) {
        recordAll(handle, pairs, KeyAudit.KEY_USED);
    }

    private void recordAll(Handle handle, List<IssuerKeys> pairs, AuditCode code) {
        audit.recordAll(
                handle,
                pairs.stream()
                        .flatMap(pair -> Stream.of(pair.embedded(), pair.jwt()))
                        .map(key -> line(key, code))
                        .toList());
    }

    private void record(Handle handle, IssuerKey key, AuditCode code) {
        audit.record(handle, line(key, code));
    }

    private static AuditEvent line(IssuerKey key, AuditCode code) {
        return new AuditEvent(key.organisation(), Actor.SYSTEM, code, key.id());
    }

    /** Whether the active keys of the organisation exist and open; records no use. */
    boolean openable(Handle handle, OrganisationId organisation) {
        List<SealedKeyRow> rows = handle.attach(KeyDao.class).active(organisation.value());
        return rows.size() == KeyAlgorithm.OF_EVERY_OWNER.size()
                && rows.stream().allMatch(row -> opens(row, organisation.value()));
    }

    private boolean opens(SealedKeyRow row, UUID organisation) {
        try {
            open(row, organisation);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private PrivateKey open(SealedKeyRow row, @Nullable UUID organisation) {
        byte[] encoded = vault.open(row.sealed(), context(row.id(), organisation, row.version()));
        return crypto.privateKey(row.algorithm().type(), encoded);
    }

    private static String context(UUID key, @Nullable UUID organisation, int version) {
        return "signing_key_secret|" + key + "|" + (organisation == null ? "platform" : organisation) + "|" + version;
    }
}

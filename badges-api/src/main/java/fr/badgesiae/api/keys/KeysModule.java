package fr.badgesiae.api.keys;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.verifier.jsonld.BundledContexts;
import fr.badgesiae.verifier.jsonld.JsonLd;
import fr.badgesiae.verifier.proof.DataIntegritySigner;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Signing keys and their published documents. */
public final class KeysModule implements Feature {
    private static final Duration COPY_EVERY = Duration.ofMinutes(10);

    private final Platform platform;
    private final KeyNames names;
    private final SigningKeys signingKeys;
    private final PublishedKeys published;
    private final RsaKeys rsaKeys = new RsaKeys();
    private final DataIntegritySigner signer = new DataIntegritySigner(new JsonLd(new BundledContexts()));

    public KeysModule(Platform platform) {
        this.platform = platform;
        this.names = new KeyNames(platform.settings());
        this.signingKeys = new SigningKeys(names, platform.vault(), platform.ids(), platform.clock(), platform.audit());
        this.published =
                new PublishedKeys(platform.settings(), platform.database(), new KeyDocuments(names), platform.clock());
    }

    /** Gives the platform its own keys when it has none; after migration, before the first request. */
    @Override
    public void prepare() {
        platform.database().inPublic(handle -> {
            signingKeys.createForPlatform(handle);
            return true;
        });
    }

    public SigningKeys signingKeys() {
        return signingKeys;
    }

    /** The public halves of RSA keys. */
    public RsaKeys rsaKeys() {
        return rsaKeys;
    }

    /** The shared signer of embedded proofs; it caches processed contexts. */
    public DataIntegritySigner signer() {
        return signer;
    }

    /** DID documents, keys and the key set. */
    @Override
    public DocumentSource documents() {
        return published;
    }

    /** A sample of organisations with keys, for the probe of published documents. */
    public List<OrganisationId> someOwners(int most) {
        return platform
                .database()
                .inPublic(handle -> handle.attach(KeyDao.class).owners(most))
                .stream()
                .map(OrganisationId::new)
                .toList();
    }

    /** The URLs of an organisation's DID document and of its newest key. */
    @Override
    public List<URI> sampleAddresses(OrganisationId organisation) {
        List<URI> addresses = new ArrayList<>();
        addresses.add(URI.create(platform.settings().url("/issuers/" + organisation + "/did.json")));
        platform.database().inPublic(handle -> handle.attach(KeyDao.class).of(organisation.value())).stream()
                .limit(1)
                .forEach(key -> addresses.add(URI.create(names.keyUrl(key.id()))));
        return addresses;
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onEachNodeFromStart("copy-keys", COPY_EVERY, published::keepAll));
    }

    @Override
    public void organisationCreated(Handle handle, OrganisationId organisation) {
        signingKeys.createFor(handle, organisation);
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(KeyAudit.values());
    }

    @Override
    public List<Object> resources() {
        return List.of(
                new KeyResource(published),
                new KeysPages(platform.pages(), new ListKeys(platform.database()), signingKeys));
    }

    @Override
    public Map<String, HealthCheck> healthChecks() {
        return Map.of("keys", new KeyHealthCheck(platform.database(), signingKeys));
    }
}

package fr.badgesiae.api.trust;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.trust.imported.FetchTrustList;
import fr.badgesiae.api.trust.imported.FetchTrustListsJob;
import fr.badgesiae.api.trust.imported.FindSignerKeys;
import fr.badgesiae.api.trust.imported.ImportedIssuers;
import fr.badgesiae.api.trust.imported.ListSigners;
import fr.badgesiae.api.trust.imported.PinPages;
import fr.badgesiae.api.trust.imported.PinSigner;
import fr.badgesiae.api.trust.imported.ReadTrustList;
import fr.badgesiae.api.trust.imported.ShowSigner;
import fr.badgesiae.api.trust.imported.SignerPages;
import fr.badgesiae.api.trust.imported.TrustAudit;
import fr.badgesiae.api.trust.imported.UnpinSigner;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.TrustRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Known issuers: this platform's list, published; lists of other networks, imported. */
public final class TrustModule implements Feature {
    private static final Duration SIGN_EVERY = Duration.ofMinutes(1);
    private static final Duration FETCH_EVERY = Duration.ofHours(1);
    private static final Duration COPY_EVERY = Duration.ofMinutes(10);

    private final Platform platform;
    private final SignTrustList sign;
    private final PublishedTrustList published;
    private final ImportedIssuers imported;
    private final FetchTrustListsJob job;
    private final List<Object> resources;

    /**
     * @param door fetches imported lists and DID documents of their signers; bounded, without a cache
     */
    public TrustModule(Platform platform, Organisations organisations, SigningKeys keys, Fetcher door) {
        this.platform = platform;
        this.sign = new SignTrustList(platform, organisations, keys);
        this.published = new PublishedTrustList(platform);
        this.imported = new ImportedIssuers(platform.database(), platform.clock());
        ReadTrustList read = new ReadTrustList(platform.settings(), platform.clock(), door);
        FetchTrustList fetch = new FetchTrustList(platform, read);
        this.job = new FetchTrustListsJob(platform.database(), fetch);
        this.resources = List.of(
                new TrustPages(
                        platform.pages(),
                        new ListKnownIssuers(platform.database(), organisations, keys),
                        keys,
                        published),
                new SignerPages(
                        platform.pages(),
                        new ListSigners(platform.database(), platform.clock()),
                        new ShowSigner(platform.database(), platform.clock()),
                        fetch,
                        new UnpinSigner(platform)),
                new PinPages(
                        platform,
                        keys,
                        new FindSignerKeys(platform.settings(), door),
                        read,
                        new PinSigner(platform),
                        fetch));
    }

    /** Signs the list when it is missing or due, after the platform has its keys. */
    @Override
    public void prepare() {
        sign.apply();
        published.renew();
    }

    /** The job that fetches the list of every pinned signer, to be run by hand. */
    public Runnable job() {
        return job;
    }

    @Override
    public DocumentSource documents() {
        return published;
    }

    /** Issuers that other networks vouch for; the caller looks up own members first. */
    public TrustRegistry imported() {
        return imported;
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                Job.onOneNode("sign-trust-list", SIGN_EVERY, sign::apply),
                Job.onOneNode("fetch-trust-lists", FETCH_EVERY, job),
                Job.onEachNodeFromStart("copy-trust-list", COPY_EVERY, published::newest));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(20, Permission.NETWORK, "/app/trust", "trust", "common.nav.trust"));
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(TrustAudit.values());
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Map<String, HealthCheck> healthChecks() {
        return Map.of("trust-list", new TrustListHealthCheck(platform));
    }
}

package fr.badgesiae.api;

import com.codahale.metrics.health.HealthCheck;
import fr.badgesiae.api.account.AccountModule;
import fr.badgesiae.api.achievement.AchievementModule;
import fr.badgesiae.api.assertion.AssertionModule;
import fr.badgesiae.api.bulk.BulkModule;
import fr.badgesiae.api.claim.ClaimModule;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.document.DocumentModule;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.holder.joining.JoiningModule;
import fr.badgesiae.api.home.HomeModule;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.issuer.IssuerModule;
import fr.badgesiae.api.journal.JournalModule;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.logo.LogoModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offline.OfflineModule;
import fr.badgesiae.api.organisation.OrganisationCreated;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.paper.PaperModule;
import fr.badgesiae.api.pathway.PathwayModule;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.auth.SitePaths;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import fr.badgesiae.api.platform.documents.PublishedDocumentsProbe;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.privacy.PrivacyModule;
import fr.badgesiae.api.reopening.ReopeningModule;
import fr.badgesiae.api.share.ShareModule;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.trust.TrustModule;
import fr.badgesiae.api.verification.VerificationModule;
import fr.badgesiae.api.verification.VerificationViews;
import fr.badgesiae.api.wallet.WalletModule;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The features in dependency order: each gets the platform and the views of features before it. */
public final class Features {
    private static final int SAMPLES = 5;

    private final List<Feature> all;
    private final OrganisationModule organisation;
    private final AccountModule account;
    private final IssuerModule issuer;
    private final AchievementModule achievement;
    private final PersonModule person;
    private final PathwayModule pathway;
    private final StatusListModule statusList;
    private final CredentialModule credential;
    private final EditionModule edition;
    private final ShareModule share;
    private final HolderModule holder;
    private final WalletModule wallet;
    private final AssertionModule assertion;
    private final OfflineModule offline;
    private final OfferModule offer;
    private final ReopeningModule reopening;
    private final ClaimModule claim;
    private final PrivacyModule privacy;
    private final PublishedDocumentsProbe probe;

    /**
     * @param sessions shared by sign-in, claims and holders
     * @param fetcher reads from the network, without a cache
     * @param cached reads documents of others, with a cache
     */
    Features(Platform platform, Sessions sessions, Notices notices, Fetcher fetcher, Fetcher cached) {
        BadgeVerifier verifier = new BadgeVerifier();
        organisation = new OrganisationModule(platform, this::organisationCreated);
        var organisations = organisation.organisations();
        account = new AccountModule(platform, sessions, organisation, this::todos);
        var keys = new KeysModule(platform);
        issuer = new IssuerModule(platform, organisations, keys.signingKeys());
        var trust = new TrustModule(platform, organisations, keys.signingKeys(), fetcher);
        achievement = new AchievementModule(platform, organisations);
        var logo = new LogoModule(platform);
        person = new PersonModule(platform, organisations);
        pathway = new PathwayModule(platform, person.people());
        statusList = new StatusListModule(platform, keys);
        credential = new CredentialModule(platform, keys, issuer, statusList, verifier);
        edition = new EditionModule(platform, achievement.achievements(), person.people(), credential, statusList);
        person.namedBadges(edition.reissue());
        var document = new DocumentModule(achievement.images());
        var views = new VerificationViews(
                organisations, trust.imported(), credential.credentials(), credential.showCredential());
        var verification = new VerificationModule(platform, views, verifier, List.of(this::published), cached);
        share = new ShareModule(platform, verification.verify(), edition.sign(), document);
        var paper = new PaperModule(platform, person.people(), achievement.images(), share, verification.verify());
        holder = new HolderModule(platform, verification, share, edition.withdrawCopy(), document.bake(), sessions);
        JoiningModule.addTo(holder, platform, share.links(), sessions);
        credential.onRevoked((handle, badge) -> holder.notices().revoked(handle, badge.value()));
        wallet = new WalletModule(platform, edition.sign(), keys, statusList, credential.verifyBeforeRelease());
        assertion =
                new AssertionModule(platform, organisations, keys, achievement.published(), document.bake(), verifier);
        offline = new OfflineModule(
                platform, organisations, keys.signingKeys(), statusList.statusLists(), edition.sign());
        offer = new OfferModule(
                platform,
                organisations,
                achievement.achievements(),
                person.people(),
                credential,
                holder.notices(),
                sessions);
        var bulk = new BulkModule(platform, organisations, achievement.achievements(), offer);
        reopening = new ReopeningModule(platform, organisations, person, holder, sessions);
        claim = new ClaimModule(
                platform, organisations, person.people(), credential, holder, offer, reopening, sessions);
        var journal = new JournalModule(platform, person);
        privacy = new PrivacyModule(platform, person.people(), holder, journal.ownActs(), this::personalData);
        var home = new HomeModule(platform.pages(), notices, platform.settings(), platform.clock());
        all = List.of(
                organisation,
                account,
                keys,
                issuer,
                trust,
                achievement,
                logo,
                person,
                pathway,
                statusList,
                credential,
                edition,
                document,
                verification,
                share,
                paper,
                holder,
                wallet,
                assertion,
                offline,
                offer,
                bulk,
                reopening,
                claim,
                journal,
                privacy,
                home);
        probe = new PublishedDocumentsProbe(
                List.of(this::published), new SampleAddresses(() -> keys.someOwners(SAMPLES), all), platform.clock());
    }

    /** Each feature, in dependency order. */
    List<Feature> all() {
        return all;
    }

    /** Organisations, and the operator's pause. */
    public OrganisationModule organisation() {
        return organisation;
    }

    /** Members, the first administrator and the members of a demonstration. */
    public AccountModule account() {
        return account;
    }

    /** Public pages of issuers, and their entries in registries. */
    public IssuerModule issuer() {
        return issuer;
    }

    /** Badges. */
    public AchievementModule achievement() {
        return achievement;
    }

    /** Workers. */
    public PersonModule person() {
        return person;
    }

    public PathwayModule pathway() {
        return pathway;
    }

    public StatusListModule statusList() {
        return statusList;
    }

    public CredentialModule credential() {
        return credential;
    }

    /** What holders choose to show. */
    public EditionModule edition() {
        return edition;
    }

    public ShareModule share() {
        return share;
    }

    public HolderModule holder() {
        return holder;
    }

    /** Badges that are public in the form of Open Badges 2.0. */
    public AssertionModule assertion() {
        return assertion;
    }

    /** Badges on their way into wallets. */
    public WalletModule wallet() {
        return wallet;
    }

    /** Codes that are read without a network. */
    public OfflineModule offline() {
        return offline;
    }

    public OfferModule offer() {
        return offer;
    }

    public ReopeningModule reopening() {
        return reopening;
    }

    public ClaimModule claim() {
        return claim;
    }

    /** Erasure and export. */
    public PrivacyModule privacy() {
        return privacy;
    }

    /** The personal data of each feature. */
    List<PersonalData> personalData() {
        return all.stream().map(Feature::personalData).toList();
    }

    /** Writes the rows that must exist before the first request. Runs after migration. */
    void prepare() {
        all.forEach(Feature::prepare);
    }

    /** Saves the state that this node holds in memory, before it stops. */
    void finish() {
        all.forEach(Feature::finish);
    }

    /** All resources and filters of the features. */
    List<Object> resources() {
        return all.stream().flatMap(feature -> feature.resources().stream()).toList();
    }

    /** The features' jobs and the probe's. */
    public List<Job> jobs() {
        Job probing = Job.onEachNode("look-from-outside", PublishedDocumentsProbe.INTERVAL, probe::look);
        return Stream.concat(all.stream().flatMap(feature -> feature.jobs().stream()), Stream.of(probing))
                .toList();
    }

    /** The features' health checks and the probe's, by name. */
    Map<String, HealthCheck> healthChecks() {
        Map<String, HealthCheck> checks = new TreeMap<>();
        all.forEach(feature -> checks.putAll(feature.healthChecks()));
        checks.put("published-documents", probe.healthCheck());
        return checks;
    }

    /** Paths that the layout and the session filter link or redirect to. */
    SitePaths paths() {
        return SitePaths.of(all);
    }

    /** Compares the published documents, fetched through the public address, with those of this node. */
    PublishedDocumentsProbe probe() {
        return probe;
    }

    /** Listeners to a new organisation: in the same transaction, in dependency order. */
    List<OrganisationCreated> organisationCreated() {
        return all.stream()
                .<OrganisationCreated>map(feature -> feature::organisationCreated)
                .toList();
    }

    /** Lines of the desk's work list. */
    List<Todo> todos() {
        return all.stream().flatMap(feature -> feature.todos().stream()).toList();
    }

    /** One of our published documents, found without a request to ourselves. */
    private Optional<PublishedDocument> published(URI address) {
        return all.stream()
                .flatMap(feature -> feature.documents().published(address).stream())
                .findFirst();
    }
}

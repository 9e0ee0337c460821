package fr.badgesiae.api;

import fr.badgesiae.api.account.AccountModule;
import fr.badgesiae.api.achievement.AchievementModule;
import fr.badgesiae.api.assertion.AssertionModule;
import fr.badgesiae.api.bulk.BulkModule;
import fr.badgesiae.api.bulk.personal.DraftsOfPerson;
import fr.badgesiae.api.claim.ClaimModule;
import fr.badgesiae.api.credential.CredentialModule;
import fr.badgesiae.api.credential.batch.BatchModule;
import fr.badgesiae.api.credential.personal.CredentialsOfPerson;
import fr.badgesiae.api.document.DocumentModule;
import fr.badgesiae.api.edition.EditionModule;
import fr.badgesiae.api.event.EventModule;
import fr.badgesiae.api.holder.HolderModule;
import fr.badgesiae.api.holder.joining.JoiningModule;
import fr.badgesiae.api.home.HomeModule;
import fr.badgesiae.api.home.Notices;
import fr.badgesiae.api.imports.ImportsModule;
import fr.badgesiae.api.issuer.IssuerModule;
import fr.badgesiae.api.journal.JournalModule;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.lists.ListsModule;
import fr.badgesiae.api.logo.LogoModule;
import fr.badgesiae.api.observation.ObservationModule;
import fr.badgesiae.api.observation.client.ClientModule;
import fr.badgesiae.api.offer.OfferModule;
import fr.badgesiae.api.offline.OfflineModule;
import fr.badgesiae.api.organisation.OrganisationModule;
import fr.badgesiae.api.paper.PaperModule;
import fr.badgesiae.api.pathway.PathwayModule;
import fr.badgesiae.api.person.PersonModule;
import fr.badgesiae.api.person.contact.ContactModule;
import fr.badgesiae.api.person.duplicate.DuplicateModule;
import fr.badgesiae.api.person.group.GroupModule;
import fr.badgesiae.api.person.notice.NoticeModule;
import fr.badgesiae.api.person.team.TeamModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.privacy.PrivacyModule;
import fr.badgesiae.api.reopening.ReopeningModule;
import fr.badgesiae.api.request.RequestModule;
import fr.badgesiae.api.search.SearchModule;
import fr.badgesiae.api.share.ShareModule;
import fr.badgesiae.api.statistics.StatisticsModule;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.trust.TrustModule;
import fr.badgesiae.api.verification.VerificationModule;
import fr.badgesiae.api.verification.VerificationViews;
import fr.badgesiae.api.wallet.WalletModule;
import fr.badgesiae.verifier.BadgeVerifier;
import fr.badgesiae.verifier.Fetcher;
import java.util.ArrayList;
import java.util.List;

/** The features in dependency order: each gets the platform and the views of features before it. */
public final class Features {
    private static final int SAMPLES = 5;

    private final List<Feature> all = new ArrayList<>();
    private final Contributions contributions;
    private final OrganisationModule organisation;
    private final AccountModule account;
    private final KeysModule keys;
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
    private final ObservationModule observation;
    private final OfferModule offer;
    private final BulkModule bulk;
    private final RequestModule request;
    private final EventModule event;
    private final ImportsModule imports;
    private final ReopeningModule reopening;
    private final ClaimModule claim;
    private final JournalModule journal;
    private final PrivacyModule privacy;

    /**
     * @param sessions shared by sign-in, claims and holders
     * @param fetcher reads from the network, without a cache
     * @param cached reads documents of others, with a cache
     */
    Features(Platform platform, Sessions sessions, Notices notices, Fetcher fetcher, Fetcher cached) {
        contributions = new Contributions(all, this::someOwners, platform.clock());
        BadgeVerifier verifier = new BadgeVerifier();
        organisation = next(new OrganisationModule(platform, contributions::organisationCreated));
        var organisations = organisation.organisations();
        account = next(
                new AccountModule(platform, sessions, organisation, contributions::todos, contributions::openWork));
        keys = next(new KeysModule(platform));
        issuer = next(new IssuerModule(platform, organisations, keys.signingKeys()));
        var trust = next(new TrustModule(platform, organisations, keys.signingKeys(), fetcher));
        achievement = next(new AchievementModule(platform, organisations));
        next(new LogoModule(platform));
        person = next(new PersonModule(platform, organisations));
        NoticeModule.addTo(person, platform, organisations);
        GroupModule.addTo(person, platform);
        ContactModule.addTo(person, platform);
        TeamModule teams = TeamModule.addTo(person, platform, account.members());
        pathway = next(new PathwayModule(platform, person.people()));
        person.openPathways(pathway.openPathways());
        DuplicateModule.addTo(person, platform, pathway.openPathways(), contributions::mergedTables);
        person.part(pathway.ofPerson());
        statusList = next(new StatusListModule(platform, keys));
        credential = next(new CredentialModule(platform, keys, issuer, statusList, verifier));
        var issue = next(new BatchModule(platform, credential)).issue();
        edition = next(new EditionModule(
                platform, organisations, achievement.achievements(), person.people(), credential, issue, statusList));
        person.namedBadges(edition.reissue());
        person.part(new CredentialsOfPerson());
        var document = next(new DocumentModule(achievement.images()));
        var views = new VerificationViews(
                organisations, trust.imported(), credential.credentials(), credential.showCredential());
        var verification =
                next(new VerificationModule(platform, views, verifier, List.of(contributions::published), cached));
        share = next(new ShareModule(platform, verification.verify(), edition.sign(), document));
        next(new PaperModule(platform, person.people(), achievement.images(), share, verification.verify()));
        holder = next(
                new HolderModule(platform, verification, share, edition.withdrawCopy(), document.bake(), sessions));
        JoiningModule.addTo(holder, platform, share.links(), sessions);
        credential.onRevoked((handle, badge) -> holder.notices().revoked(handle, badge.value()));
        edition.onPaused(holder.notices());
        wallet = next(new WalletModule(platform, edition.sign(), keys, statusList, credential.verifyBeforeRelease()));
        assertion = next(
                new AssertionModule(platform, organisations, keys, achievement.published(), document.bake(), verifier));
        offline = next(new OfflineModule(
                platform, organisations, keys.signingKeys(), statusList.statusLists(), edition.sign()));
        observation = next(new ObservationModule(platform));
        observation.ofPerson().forEach(person::part);
        next(new ClientModule(platform, organisations));
        offer = next(new OfferModule(
                platform,
                organisations,
                achievement.achievements(),
                person.people(),
                credential,
                holder.notices(),
                sessions));
        person.part(offer.ofPerson());
        request = next(new RequestModule(platform, organisations, person.people(), offer));
        person.part(request.ofPerson());
        bulk = next(new BulkModule(platform, organisations, achievement.achievements(), credential, edition, offer));
        teams.drafts(new DraftsOfPerson());
        event = next(new EventModule(platform, organisations, achievement.achievements(), holder.cards(), bulk.runs()));
        imports = next(new ImportsModule(platform, organisations));
        next(new ListsModule(platform, person.people()));
        reopening = next(new ReopeningModule(platform, organisations, person, holder, sessions));
        claim = next(new ClaimModule(
                platform, organisations, person.people(), credential, issue, holder, offer, reopening, sessions));
        journal = next(new JournalModule(platform, person, keys.signingKeys()));
        privacy = next(new PrivacyModule(
                platform, organisations, person.people(), holder, journal.ownActs(), contributions::personalData));
        next(new StatisticsModule(platform, organisations));
        next(new SearchModule(platform, contributions::searchParts, offer::lookup));
        next(new HomeModule(platform.pages(), notices, platform.settings(), platform.clock()));
    }

    /** Takes its place behind all features that it uses. */
    private <F extends Feature> F next(F feature) {
        all.add(feature);
        return feature;
    }

    private List<OrganisationId> someOwners() {
        return keys.someOwners(SAMPLES);
    }

    /** Each feature, in dependency order. */
    List<Feature> all() {
        return List.copyOf(all);
    }

    /** What the features hand over to the platform. */
    public Contributions contributions() {
        return contributions;
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

    /** What members saw people do. */
    public ObservationModule observation() {
        return observation;
    }

    public OfferModule offer() {
        return offer;
    }

    /** Runs and ceremonies. */
    public BulkModule bulk() {
        return bulk;
    }

    /** Requests for badges. */
    public RequestModule request() {
        return request;
    }

    /** Workshops and events. */
    public EventModule event() {
        return event;
    }

    /** Lists of people. */
    public ImportsModule imports() {
        return imports;
    }

    public ReopeningModule reopening() {
        return reopening;
    }

    public ClaimModule claim() {
        return claim;
    }

    public JournalModule journal() {
        return journal;
    }

    /** Erasure and export. */
    public PrivacyModule privacy() {
        return privacy;
    }
}

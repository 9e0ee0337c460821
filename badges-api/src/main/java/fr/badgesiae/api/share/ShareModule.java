package fr.badgesiae.api.share;

import fr.badgesiae.api.document.DocumentModule;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.share.personal.SharePersonalData;
import fr.badgesiae.api.share.words.MatchingWords;
import fr.badgesiae.api.verification.VerifyReleased;
import java.time.Duration;
import java.util.List;

/** Wires share links, their public pages and their files. */
public final class ShareModule implements Feature {
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final Platform platform;
    private final VerifyReleased verify;
    private final DocumentModule files;
    private final ShareLinks links;
    private final SignEdition editions;
    private final CountViews countViews;
    private final ShareBadge share;
    private final HideEverything hide;
    private final ShowShareLink show;
    private final SwitchOffLink switchOff;
    private final MatchingWords words;
    private final OpenShare open;

    /**
     * @param verify verifies the badge behind a link
     * @param files badges as files
     * @param editions signs what a link shows when it is another choice than the accepted one
     */
    public ShareModule(Platform platform, VerifyReleased verify, SignEdition editions, DocumentModule files) {
        this.platform = platform;
        this.verify = verify;
        this.files = files;
        this.editions = editions;
        this.links = new ShareLinks(platform.vault());
        this.countViews = new CountViews(platform.database(), links, platform.clock());
        this.share = new ShareBadge(
                platform.database(), links, editions, platform.ids(), platform.clock(), platform.audit());
        this.hide = new HideEverything(platform.database(), platform.clock(), platform.audit());
        this.show = new ShowShareLink(platform.database(), links);
        this.switchOff = new SwitchOffLink(platform.database(), platform.clock(), platform.audit());
        this.words = new MatchingWords(platform.vault(), platform.clock());
        this.open = new OpenShare(platform.database(), platform.clock(), links);
    }

    public ShareLinks links() {
        return links;
    }

    /** Signs what links show. */
    public SignEdition editions() {
        return editions;
    }

    /** What codes lead to. */
    public OpenShare open() {
        return open;
    }

    public ShareBadge share() {
        return share;
    }

    public HideEverything hideEverything() {
        return hide;
    }

    public ShowAgain showAgain() {
        return new ShowAgain(platform.database(), platform.clock(), platform.audit());
    }

    public ShowShareLink show() {
        return show;
    }

    public SwitchOffLink switchOff() {
        return switchOff;
    }

    public SwitchOnLink switchOn() {
        return new SwitchOnLink(platform.database(), platform.clock(), platform.audit());
    }

    public ChangeLink change() {
        return new ChangeLink(platform.database(), platform.clock(), platform.audit());
    }

    /** The forms that change a link and switch it off or on. */
    public LinkForms forms() {
        return new LinkForms(platform, change(), switchOff, switchOn(), showNetwork());
    }

    public ShowIssuer showIssuer() {
        return new ShowIssuer(platform.database(), new Organisations(platform.database()));
    }

    private ShowNetwork showNetwork() {
        return new ShowNetwork(platform.database(), platform.audit());
    }

    public CountViews countViews() {
        return countViews;
    }

    public MatchingWords words() {
        return words;
    }

    @Override
    public DocumentSource documents() {
        return new SharedDocuments(platform.settings(), open);
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onEachNode("count-views", COUNT_EVERY, countViews::apply));
    }

    /** Views that this node has counted and not yet stored. */
    @Override
    public void finish() {
        countViews.apply();
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/v/{code}");
    }

    @Override
    public PersonalData personalData() {
        return SharePersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(ShareAudit.values());
    }

    @Override
    public List<Object> resources() {
        return List.of(
                new ScanPages(platform, open, verify, links, words, files.forms()),
                new ShareFiles(
                        platform.settings(),
                        open,
                        files.bake(),
                        platform.throttles().misses()),
                new ShareLinkPages(platform, show, forms(), words));
    }
}

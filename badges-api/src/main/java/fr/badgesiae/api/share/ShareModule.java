package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.verification.VerifyBadge;
import java.time.Duration;
import java.util.List;

/** The links by which badges are shown, and what is behind them. */
public final class ShareModule implements Feature {
    private static final int MISSES_A_MINUTE = 60;
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final Platform platform;
    private final Credentials credentials;
    private final VerifyBadge verify;
    private final ShareLinks links;
    private final ShareBadge share;
    private final MatchingWords words;
    private final OpenShare open;

    /**
     * @param verify judges what is behind a link
     */
    public ShareModule(Platform platform, Credentials credentials, VerifyBadge verify) {
        this.platform = platform;
        this.credentials = credentials;
        this.verify = verify;
        this.links = new ShareLinks(platform.database(), platform.vault());
        this.share = new ShareBadge(
                platform.database(), platform.vault(), platform.ids(), platform.clock(), platform.audit());
        this.words = new MatchingWords(platform.vault(), platform.clock());
        this.open = new OpenShare(platform.database(), platform.clock(), links);
    }

    public ShareLinks links() {
        return links;
    }

    public ShareBadge share() {
        return share;
    }

    public MatchingWords words() {
        return words;
    }

    /** The signed badges behind open links. */
    @Override
    public DocumentSource documents() {
        return new SharedDocuments(platform.settings(), open);
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onEachNode("count-views", COUNT_EVERY, links::countViews));
    }

    /** Views that this node has counted and not yet stored. */
    @Override
    public void finish() {
        links.countViews();
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/v/{code}");
    }

    @Override
    public List<Object> resources() {
        return List.of(
                new ScanPages(
                        platform.settings(),
                        platform.pages(),
                        open,
                        verify,
                        links,
                        words,
                        new RequestBudget(platform.clock(), MISSES_A_MINUTE)),
                new ShareFiles(platform.settings(), open),
                new ShareLinkPages(
                        platform, links, new ShowShareLink(platform.database(), links, credentials), share, words));
    }
}

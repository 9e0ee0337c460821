package fr.badgesiae.api.share;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.verification.VerifyReleased;
import java.time.Duration;
import java.util.List;

/** The links by which badges are shown, and what is behind them. */
public final class ShareModule {
    private static final int MISSES_A_MINUTE = 60;
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final Platform platform;
    private final Credentials credentials;
    private final ShareLinks links;
    private final ShareBadge share;
    private final MatchingWords words;
    private final OpenShare open;

    public ShareModule(Platform platform, Credentials credentials) {
        this.platform = platform;
        this.credentials = credentials;
        this.links = new ShareLinks(platform.database(), platform.vault());
        this.share = new ShareBadge(
                platform.database(), platform.vault(), platform.ids(), platform.clock(), platform.audit());
        this.words = new MatchingWords(platform.vault(), platform.clock());
        this.open = new OpenShare(platform.database(), platform.clock(), links);
        platform.jobs().onEachNode("count-views", COUNT_EVERY, links::countViews);
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
    public DocumentSource documents() {
        return new SharedDocuments(platform.settings(), open);
    }

    /**
     * @param verify judges what is behind a link
     */
    public List<Object> resources(VerifyReleased verify) {
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

package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Sessions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The holder's own space. */
public final class HolderModule {
    /** How long a card that nobody confirmed can be shown again. */
    static final Duration CARD_SHOWN = Duration.ofDays(7);

    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);

    private final RecoveryCards cards;
    private final OpenSpace space;
    private final ShareLinks shares;
    private final MatchingWords words;
    private final List<Object> resources;
    private final AtomicReference<Withdrawals> withdrawals =
            new AtomicReference<>((holder, credential) -> Optional.empty());

    public HolderModule(Platform platform, Organisations organisations, Credentials credentials, Sessions sessions) {
        this.cards = new RecoveryCards(
                platform.vault(), platform.passwords(), platform.ids(), platform.clock(), platform.audit());
        this.space = new OpenSpace(
                platform.database(),
                platform.vault(),
                platform.passwords(),
                platform.ids(),
                platform.clock(),
                platform.audit());
        this.shares = new ShareLinks(platform.database(), platform.vault());
        this.words = new MatchingWords(platform.vault(), platform.clock());
        ShareBadge share = new ShareBadge(
                platform.database(), platform.vault(), platform.ids(), platform.clock(), platform.audit());
        ChangePin pin = new ChangePin(platform.database(), platform.passwords(), platform.clock(), platform.audit());
        Withdrawals later = (HolderId holder, fr.badgesiae.api.credential.CredentialId credential) ->
                withdrawals.get().possibleUntil(holder, credential);
        HolderBadges badges = new HolderBadges(platform, organisations, credentials, shares, later);
        this.resources = List.of(
                new DoorPages(platform, space, sessions),
                new SpacePages(platform, badges, share),
                new BadgeFiles(badges),
                new SharePages(platform, badges, share, words),
                new KeyPages(platform, pin, cards));
        platform.jobs().onEachNode("count-views", COUNT_EVERY, shares::countViews);
        platform.jobs().every("forget-shown-cards", Duration.ofHours(1), () -> forget(platform));
    }

    public RecoveryCards cards() {
        return cards;
    }

    public OpenSpace space() {
        return space;
    }

    public ShareLinks shares() {
        return shares;
    }

    public MatchingWords words() {
        return words;
    }

    /** Registers who knows how long an acceptance can be withdrawn; before the first request. */
    public void withdrawals(Withdrawals known) {
        withdrawals.set(known);
    }

    public List<Object> resources() {
        return resources;
    }

    private static void forget(Platform platform) {
        platform.database()
                .inPublic(handle -> handle.attach(HolderDao.class)
                        .forgetShownCards(platform.clock().instant().minus(CARD_SHOWN)));
    }
}

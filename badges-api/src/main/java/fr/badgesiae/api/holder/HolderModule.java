package fr.badgesiae.api.holder;

import fr.badgesiae.api.credential.Credentials;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.EntryPoint;
import fr.badgesiae.api.platform.auth.Sessions;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.share.ShareModule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The holder's own space. */
public final class HolderModule implements Feature {
    /** How long a card that nobody confirmed can be shown again. */
    static final Duration CARD_SHOWN = Duration.ofDays(7);

    private final Platform platform;
    private final RecoveryCards cards;
    private final OpenSpace space;
    private final List<Object> resources;
    private final AtomicReference<Withdrawals> withdrawals =
            new AtomicReference<>((holder, credential) -> Optional.empty());

    public HolderModule(
            Platform platform,
            Organisations organisations,
            Credentials credentials,
            ShareModule share,
            Sessions sessions) {
        this.cards = new RecoveryCards(
                platform.vault(), platform.passwords(), platform.ids(), platform.clock(), platform.audit());
        this.space = new OpenSpace(
                platform.database(),
                platform.vault(),
                platform.passwords(),
                platform.ids(),
                platform.clock(),
                platform.audit());
        ChangePin pin = new ChangePin(platform.database(), platform.passwords(), platform.clock(), platform.audit());
        Withdrawals later = (HolderId holder, fr.badgesiae.api.credential.CredentialId credential) ->
                withdrawals.get().possibleUntil(holder, credential);
        HolderBadges badges = new HolderBadges(platform, organisations, credentials, share.links(), later);
        this.resources = List.of(
                new OpenSpacePages(platform, space, sessions),
                new SpacePages(platform, badges, share.share()),
                new BadgePages(platform, badges, share.share()),
                new BadgeFiles(badges),
                new PinAndCardPages(platform, pin, cards));
        this.platform = platform;
    }

    public RecoveryCards cards() {
        return cards;
    }

    public OpenSpace space() {
        return space;
    }

    /** Registers who knows how long an acceptance can be withdrawn; before the first request. */
    public void withdrawals(Withdrawals known) {
        withdrawals.set(known);
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onOneNode("forget-shown-cards", Duration.ofHours(1), this::forget));
    }

    @Override
    public Map<EntryPoint, String> entryPoints() {
        return Map.of(EntryPoint.HOLDER, "/me/open");
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/me/open/{code}");
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    private void forget() {
        platform.database()
                .inPublic(handle -> handle.attach(HolderDao.class)
                        .forgetShownCards(platform.clock().instant().minus(CARD_SHOWN)));
    }
}

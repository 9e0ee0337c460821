package fr.badgesiae.api.wallet;

import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.documents.DocumentSource;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.wallet.lcw.LcwAddresses;
import fr.badgesiae.api.wallet.lcw.LcwResource;
import fr.badgesiae.api.wallet.lcw.VerifyPresentation;
import fr.badgesiae.api.wallet.offer.FindOffer;
import fr.badgesiae.api.wallet.offer.ForgetOffers;
import fr.badgesiae.api.wallet.offer.OfferToWallet;
import fr.badgesiae.api.wallet.offer.ShowOfferable;
import fr.badgesiae.api.wallet.offer.TakeOffer;
import fr.badgesiae.api.wallet.openid.OpenidParts;
import fr.badgesiae.api.wallet.openid.document.WalletAudit;
import fr.badgesiae.api.wallet.personal.WalletPersonalData;
import fr.badgesiae.api.wallet.sdjwt.BadgeType;
import fr.badgesiae.api.wallet.sdjwt.BadgeTypeResource;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Wires offers to wallets, and the wallets that answer them. */
public final class WalletModule implements Feature {
    private static final int REQUESTS_A_MINUTE = 120;

    private final OfferToWallet offer;
    private final FindOffer find;
    private final TakeOffer take;
    private final ForgetOffers forget;
    private final LcwAddresses lcw;
    private final BadgeType type;
    private final OpenidParts openid;
    private final List<Object> resources;

    /** @param verify what is signed for wallets alone, before it is released */
    public WalletModule(
            Platform platform,
            SignEdition editions,
            KeysModule keys,
            StatusListModule lists,
            VerifyBeforeRelease verify) {
        this.offer = new OfferToWallet(platform.database(), platform.vault(), platform.ids(), platform.clock());
        this.find = new FindOffer(platform.database(), platform.vault(), platform.clock());
        this.take = new TakeOffer(platform.database(), editions, platform.clock());
        this.forget = new ForgetOffers(platform.database(), platform.clock());
        this.lcw = new LcwAddresses(platform.settings());
        this.type = new BadgeType(platform.settings());
        this.openid = new OpenidParts(platform, editions, keys, lists, type, verify);
        ShowOfferable offerable = new ShowOfferable(platform.database(), platform.clock());
        List<Object> own = List.of(
                new WalletPages(platform, offerable, offer, lcw),
                new AppPages(platform, offerable, openid),
                new LcwResource(
                        platform,
                        find,
                        take,
                        new VerifyPresentation(platform.clock()),
                        lcw,
                        platform.throttles().budget("wallet-requests", REQUESTS_A_MINUTE)),
                new BadgeTypeResource(type));
        this.resources =
                Stream.concat(own.stream(), openid.resources().stream()).toList();
    }

    public OfferToWallet offer() {
        return offer;
    }

    public FindOffer find() {
        return find;
    }

    public TakeOffer take() {
        return take;
    }

    /** The addresses of Learner Credential Wallet. */
    public LcwAddresses lcw() {
        return lcw;
    }

    /** Offers by OpenID4VCI. */
    public OpenidParts openid() {
        return openid;
    }

    /** The metadata of the type of SD-JWT VC. */
    @Override
    public DocumentSource documents() {
        return type;
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/wallet/{token}");
    }

    @Override
    public List<Job> jobs() {
        return Stream.concat(
                        Stream.of(Job.onOneNode("forget-wallet-offers", Duration.ofMinutes(30), forget::apply)),
                        openid.jobs().stream())
                .toList();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(WalletAudit.values());
    }

    @Override
    public PersonalData personalData() {
        return WalletPersonalData.tables();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}

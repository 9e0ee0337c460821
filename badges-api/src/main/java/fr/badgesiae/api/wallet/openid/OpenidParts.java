package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.wallet.openid.document.SignWalletDocument;
import fr.badgesiae.api.wallet.openid.proof.Nonces;
import fr.badgesiae.api.wallet.sdjwt.BadgeType;
import fr.badgesiae.api.wallet.sdjwt.SignSdJwtVc;
import fr.badgesiae.api.wallet.sdjwt.VerifySdJwtVc;
import java.time.Duration;
import java.util.List;

/** Wires what speaks OpenID4VCI. */
public final class OpenidParts {
    private static final int REQUESTS_A_MINUTE = 240;

    private final OpenidAddresses addresses;
    private final OfferByOpenid offer;
    private final ShowOpenidOffer show;
    private final ForgetOpenidOffers forget;
    private final List<Object> resources;

    public OpenidParts(
            Platform platform, SignEdition editions, KeysModule keys, StatusListModule lists, BadgeType type) {
        this.addresses = new OpenidAddresses(platform.settings());
        this.offer = new OfferByOpenid(platform.database(), platform.vault(), platform.ids(), platform.clock());
        this.show = new ShowOpenidOffer(platform.database(), platform.vault(), platform.clock());
        this.forget = new ForgetOpenidOffers(platform.database(), platform.clock());
        Nonces nonces = new Nonces(platform.vault(), platform.ids(), platform.clock());
        FindToken tokens = new FindToken(platform.database(), platform.vault(), platform.clock());
        RequestBudget requests = platform.throttles().budget("openid-requests", REQUESTS_A_MINUTE);
        BringCredential bring = new BringCredential(
                platform.database(),
                tokens,
                addresses,
                nonces,
                editions,
                documents(platform, keys, lists, type),
                platform.clock());
        this.resources = List.of(
                new OpenidMetadataResource(
                        new IssuerMetadata(addresses, type, platform.database(), platform.clock()),
                        ServerMetadata.of(addresses)),
                new TokenResource(
                        platform,
                        addresses,
                        new GrantToken(
                                platform.database(),
                                platform.vault(),
                                platform.ids(),
                                platform.clock(),
                                platform.audit()),
                        requests),
                new CredentialResource(nonces, bring, new TakeNotification(platform.database(), tokens), requests),
                new OpenidErrors());
    }

    private static SignWalletDocument documents(
            Platform platform, KeysModule keys, StatusListModule lists, BadgeType type) {
        return new SignWalletDocument(
                platform.database(),
                keys.signingKeys(),
                lists.statusLists(),
                new SignWalletDocument.SdJwt(
                        new SignSdJwtVc(platform.settings(), platform.ids(), type),
                        new VerifySdJwtVc(type, platform.clock(), List.of(keys.documents(), lists.documents()))),
                platform.settings(),
                platform.audit(),
                platform.clock());
    }

    public OpenidAddresses addresses() {
        return addresses;
    }

    public OfferByOpenid offer() {
        return offer;
    }

    public ShowOpenidOffer show() {
        return show;
    }

    public List<Job> jobs() {
        return List.of(Job.onOneNode("forget-openid-offers", Duration.ofMinutes(30), forget::apply));
    }

    public List<Object> resources() {
        return resources;
    }
}

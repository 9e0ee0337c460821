package fr.badgesiae.api.wallet.openid;

import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.edition.SignEdition;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.platform.limits.RequestBudget;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.wallet.openid.document.SdJwtForm;
import fr.badgesiae.api.wallet.openid.document.SignWalletDocument;
import fr.badgesiae.api.wallet.openid.document.Version1Form;
import fr.badgesiae.api.wallet.openid.draft.OpenidDraft;
import fr.badgesiae.api.wallet.openid.proof.Nonces;
import fr.badgesiae.api.wallet.sdjwt.BadgeType;
import fr.badgesiae.api.wallet.sdjwt.SignSdJwtVc;
import fr.badgesiae.api.wallet.sdjwt.VerifySdJwtVc;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Wires what speaks OpenID4VCI. */
public final class OpenidParts {
    private static final int REQUESTS_A_MINUTE = 240;

    private final OpenidAddresses addresses;
    private final OfferByOpenid offer;
    private final ShowOpenidOffer show;
    private final ForgetOpenidOffers forget;
    private final List<Object> resources;

    /** @param verify what is signed, before it is released */
    public OpenidParts(
            Platform platform,
            SignEdition editions,
            KeysModule keys,
            StatusListModule lists,
            BadgeType type,
            VerifyBeforeRelease verify) {
        this.addresses = new OpenidAddresses(platform.settings());
        this.offer = new OfferByOpenid(platform.database(), platform.vault(), platform.ids(), platform.clock());
        this.show = new ShowOpenidOffer(platform.database(), platform.vault(), platform.clock());
        this.forget = new ForgetOpenidOffers(platform.database(), platform.clock());
        OpenidOptions options = OpenidOptions.of(platform.settings(), type);
        Nonces nonces = new Nonces(platform.vault(), platform.ids(), platform.clock());
        FindToken tokens = new FindToken(platform.database(), platform.vault(), platform.clock());
        RequestBudget requests = platform.throttles().budget("openid-requests", REQUESTS_A_MINUTE);
        BringCredential bring = new BringCredential(
                platform.database(),
                tokens,
                addresses,
                options,
                editions,
                content(platform, keys, lists, type, verify),
                nonces,
                platform.clock());
        this.resources = List.of(
                new OpenidMetadataResource(
                        new IssuerMetadata(addresses, options, platform.database(), platform.clock()),
                        ServerMetadata.of(addresses)),
                new TokenResource(
                        platform,
                        addresses,
                        grant(platform),
                        Optional.of(nonces).filter(known -> options.accepts(OpenidDraft.DRAFT_13)),
                        requests),
                new CredentialResource(nonces, bring, new TakeNotification(platform.database(), tokens), requests),
                new OpenidErrors());
    }

    private static GrantToken grant(Platform platform) {
        return new GrantToken(
                platform.database(), platform.vault(), platform.ids(), platform.clock(), platform.audit());
    }

    private static ReadContent content(
            Platform platform, KeysModule keys, StatusListModule lists, BadgeType type, VerifyBeforeRelease verify) {
        return new ReadContent(
                platform.database(),
                new SignWalletDocument(platform.database(), keys.signingKeys(), platform.audit(), platform.clock()),
                new SdJwtForm(
                        platform.settings(),
                        lists.statusLists(),
                        new SignSdJwtVc(platform.settings(), platform.ids(), type),
                        new VerifySdJwtVc(type, platform.clock(), List.of(keys.documents(), lists.documents()))),
                new Version1Form(verify));
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

package fr.badgesiae.api.wallet.openid.document;

import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.api.statuslist.StatusLists;
import fr.badgesiae.api.wallet.sdjwt.SignSdJwtVc;
import fr.badgesiae.api.wallet.sdjwt.VerifySdJwtVc;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** SD-JWT VC, with a Token Status List. */
public final class SdJwtForm implements DocumentForm {
    private final Settings settings;
    private final StatusLists lists;
    private final SignSdJwtVc sign;
    private final VerifySdJwtVc verify;

    public SdJwtForm(Settings settings, StatusLists lists, SignSdJwtVc sign, VerifySdJwtVc verify) {
        this.settings = settings;
        this.lists = lists;
        this.sign = sign;
        this.verify = verify;
    }

    @Override
    public void prepare(Handle handle, OrganisationId organisation, StatusIndex status) {
        lists.requireToken(handle, organisation, status.list());
    }

    @Override
    public String sign(OrganisationId organisation, Source source, IssuerKey key) {
        SignSdJwtVc.Content content = new SignSdJwtVc.Content(
                source.badge(), source.name(), lists.claim(source.status()), source.walletKey(), source.zone());
        return sign.apply(organisation, content, key);
    }

    @Override
    public Optional<String> fault(String text, OrganisationId organisation, Source source) {
        return verify.fault(text, settings.url("/issuers/" + organisation), source.walletKey());
    }
}

package fr.badgesiae.api.wallet.openid.document;

import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease.Judgement;
import fr.badgesiae.api.keys.IssuerKey;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.statuslist.StatusIndex;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.proof.JwsSigner;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** VC-JWT in the form of VC 1.1, with the status list of the badge. */
public final class Version1Form implements DocumentForm {
    private final VerifyBeforeRelease verify;
    private final JwsSigner jws = new JwsSigner();

    public Version1Form(VerifyBeforeRelease verify) {
        this.verify = verify;
    }

    /** Nothing: the list is that of the badge. */
    @Override
    public void prepare(Handle handle, OrganisationId organisation, StatusIndex status) {}

    @Override
    public String sign(OrganisationId organisation, Source source, IssuerKey key) {
        return jws.sign(Version1Claims.of(source.badge()), key.algorithm().jose(), key.kid(), key.signer());
    }

    @Override
    public Optional<String> fault(String text, OrganisationId organisation, Source source) {
        Judgement judgement = verify.judge(text);
        return judgement.verdict() == Verdict.VALID
                ? Optional.empty()
                : Optional.of(judgement.verdict() + " " + judgement.reasons());
    }
}

package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.sign.SignCredential;
import fr.badgesiae.api.credential.sign.SignedForms;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.credential.successor.ReplaceRenewed;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.keys.IssuerKeys;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.audit.Actor;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.audit.AuditEvent;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.verifier.Fetcher;
import fr.badgesiae.verifier.Verdict;
import fr.badgesiae.verifier.proof.UnsafeToSignException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs a prepared credential outside any transaction and releases it exactly once. Stopped anywhere, it leaves the credential
 * PREPARED; {@link FinishCredential} starts again after the lease lapses. Of two signers, the second drops its bytes.
 */
public final class IssueCredential {
    private static final Logger LOG = LoggerFactory.getLogger(IssueCredential.class);

    private final Database database;
    private final Clock clock;
    private final Audit audit;
    private final SigningKeys keys;
    private final SignCredential sign;
    private final VerifyBeforeRelease judge;
    private final SupersedeCredential supersede;
    private final ReplaceRenewed replace;
    private final List<CredentialVoided> listeners;

    IssueCredential(
            Database database,
            Clock clock,
            Audit audit,
            SigningKeys keys,
            SignCredential sign,
            VerifyBeforeRelease judge,
            SupersedeCredential supersede,
            ReplaceRenewed replace,
            List<CredentialVoided> listeners) {
        this.database = database;
        this.clock = clock;
        this.audit = audit;
        this.keys = keys;
        this.sign = sign;
        this.judge = judge;
        this.supersede = supersede;
        this.replace = replace;
        this.listeners = listeners;
    }

    /**
     * Issues one prepared credential, after the commit of its preparation.
     *
     * @return whether the credential is released on return; false means later, or voided
     */
    public boolean apply(PreparedCredential credential) {
        try {
            return settle(sign(credential, published()));
        } catch (RuntimeException e) {
            LOG.error("Credential {} could not be finished; it will be tried again", credential.id(), e);
            return false;
        }
    }

    /** The documents of this service for {@link #sign}, each read once from now on. */
    public Fetcher published() {
        return judge.readOnce();
    }

    /**
     * Signs it, and verifies the result. Nothing is stored: several can be signed at once.
     *
     * @param published {@link #published}, for those that are signed together
     * @throws IllegalStateException when a key is absent or does not open
     */
    public Attempt sign(PreparedCredential credential, Fetcher published) {
        IssuerKeys pair = credential
                .keys()
                .orElseThrow(() -> new IllegalStateException("a signing key is absent or does not open"));
        try {
            SignedForms forms = sign.sign(credential.payload(), pair.embedded(), pair.jwt(), clock.instant());
            VerifyBeforeRelease.Judgement judgement = judge.judge(forms, published);
            return new Attempt(credential, pair, Optional.of(forms), judgement.verdict(), judgement.reasons());
        } catch (UnsafeToSignException e) {
            return new Attempt(credential, pair, Optional.empty(), Verdict.INVALID, "unsafe to sign: " + e.problem());
        }
    }

    /**
     * A credential after its signature, before anything of it is stored.
     *
     * @param forms empty when nothing was signed
     * @param reasons names and reason codes of the checks that did not pass
     */
    public record Attempt(
            PreparedCredential credential,
            IssuerKeys pair,
            Optional<SignedForms> forms,
            Verdict verdict,
            String reasons) {
        /** Whether it is released without another credential that it takes the place of. */
        public boolean isPlain() {
            return verdict == Verdict.VALID && credential.supersedes() == null;
        }

        /** The audit line of the release of a plain one. */
        public AuditEvent line() {
            return IssueCredential.line(credential, CredentialAudit.signed(credential.edition()));
        }

        @Override
        public String toString() {
            return "Attempt[" + credential.id() + ", " + verdict + "]";
        }
    }

    /**
     * Releases, voids or postpones what was signed, in a transaction of its own.
     *
     * @return whether the credential is released on return
     */
    public boolean settle(Attempt attempt) {
        return switch (attempt.verdict()) {
            case VALID ->
                release(attempt.credential(), attempt.pair(), attempt.forms().orElseThrow());
            case INVALID -> refuse(attempt.credential(), attempt.pair(), attempt.reasons());
            case UNDETERMINED -> postpone(attempt.credential(), attempt.pair(), attempt.reasons());
        };
    }

    private boolean release(PreparedCredential credential, IssuerKeys pair, SignedForms forms) {
        UUID id = credential.id().value();
        UUID organisation = credential.organisation().value();
        return database.inOrganisation(credential.organisation(), handle -> {
            used(handle, pair);
            Optional<SupersedeCredential.Superseded> former = former(handle, credential);
            former.ifPresent(found -> SupersedeCredential.lock(handle, credential.organisation(), found.award()));
            CredentialDao dao = handle.attach(CredentialDao.class);
            int won = dao.issue(id, organisation, credential.lease(), forms.document(), forms.jwt(), clock.instant());
            if (won == 1) {
                record(handle, credential, released(handle, credential, former));
                return true;
            }
            return dao.state(id, organisation).map(CredentialState::released).orElse(false);
        });
    }

    /** What the credential takes the place of; of another award where it renews. */
    private static Optional<SupersedeCredential.Superseded> former(Handle handle, PreparedCredential credential) {
        CredentialId predecessor = credential.supersedes();
        return predecessor == null
                ? Optional.empty()
                : Optional.of(SupersedeCredential.predecessor(
                        handle,
                        credential.organisation(),
                        predecessor.value(),
                        credential.id().value()));
    }

    private AuditCode released(
            Handle handle, PreparedCredential credential, Optional<SupersedeCredential.Superseded> former) {
        CredentialId predecessor = credential.supersedes();
        if (predecessor == null || former.isEmpty()) {
            return CredentialAudit.signed(credential.edition());
        }
        UUID id = credential.id().value();
        OrganisationId organisation = credential.organisation();
        if (former.get().award().equals(credential.awardId())) {
            return CredentialAudit.reissued(supersede.apply(handle, organisation, id, predecessor.value()));
        }
        replace.apply(handle, organisation, id, former.get().award(), predecessor.value())
                .ifPresent(badge -> audit.record(
                        handle, new AuditEvent(organisation, Actor.SYSTEM, CredentialAudit.CREDENTIAL_RENEWED, badge)));
        return CredentialAudit.signed(credential.edition());
    }

    /**
     * Voids what our own verifier refuses: an alert, the index never allocated again; the offer is open again, unless this is a
     * later edition of a badge that stands.
     */
    private boolean refuse(PreparedCredential credential, IssuerKeys pair, String reasons) {
        UUID id = credential.id().value();
        UUID organisation = credential.organisation().value();
        LOG.error("Our own verifier refuses credential {} ({}); it is voided", id, reasons);
        database.inOrganisation(credential.organisation(), handle -> {
            used(handle, pair);
            CredentialDao dao = handle.attach(CredentialDao.class);
            if (dao.refuse(id, organisation, credential.lease()) == 1) {
                record(handle, credential, refused(handle, credential));
                if (credential.edition() == CredentialDao.ACCEPTED) {
                    dao.refuseAward(credential.awardId(), organisation);
                    dao.dropPrepared(credential.awardId(), organisation);
                    listeners.forEach(
                            listener -> listener.voided(handle, credential.organisation(), credential.offerId()));
                } else {
                    replace.givenUp(handle, credential.organisation(), credential.awardId());
                }
            }
            return id;
        });
        return false;
    }

    private static AuditCode refused(Handle handle, PreparedCredential credential) {
        return former(handle, credential)
                .filter(found -> found.award().equals(credential.awardId()))
                .map(CredentialAudit::notReissued)
                .orElseGet(() -> CredentialAudit.voided(credential.edition()));
    }

    /** Leaves the credential PREPARED while the verifier lacks a document; the job tries again after the lease. */
    private boolean postpone(PreparedCredential credential, IssuerKeys pair, String reasons) {
        LOG.error("Our own verifier cannot judge credential {} ({}); it will be tried again", credential.id(), reasons);
        database.inOrganisation(credential.organisation(), handle -> {
            used(handle, pair);
            return pair;
        });
        return false;
    }

    private void used(Handle handle, IssuerKeys pair) {
        keys.used(handle, pair.embedded());
        keys.used(handle, pair.jwt());
    }

    private void record(Handle handle, PreparedCredential credential, AuditCode code) {
        audit.record(handle, line(credential, code));
    }

    private static AuditEvent line(PreparedCredential credential, AuditCode code) {
        return new AuditEvent(
                credential.organisation(), Actor.SYSTEM, code, credential.id().value());
    }
}

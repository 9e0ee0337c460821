package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.personal.CredentialPersonalData;
import fr.badgesiae.api.credential.personal.CredentialsOfPerson;
import fr.badgesiae.api.credential.sign.JudgeReleased;
import fr.badgesiae.api.credential.sign.SignCredential;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.credential.successor.ReplaceRenewed;
import fr.badgesiae.api.credential.successor.SupersedeCredential;
import fr.badgesiae.api.issuer.IssuerModule;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.keys.SigningKeys;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.audit.AuditCode;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.search.SearchPart;
import fr.badgesiae.api.platform.todo.Todo;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.verifier.BadgeVerifier;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Credentials: prepared, signed, verified, released, revoked. */
public final class CredentialModule implements Feature {
    private final ComposeCredential compose;
    private final PrepareCredential prepare;
    private final VerifyBeforeRelease judge;
    private final IssueCredential issue;
    private final FinishCredential finish;
    private final RevokeCredential revoke;
    private final Credentials credentials;
    private final ShowCredential show;
    private final SigningKeys signingKeys;
    private final RevokeAtDesk revokeAtDesk;
    private final List<Object> resources;
    private final List<CredentialVoided> voided = new CopyOnWriteArrayList<>();
    private final List<CredentialRevoked> revoked = new CopyOnWriteArrayList<>();

    /**
     * @param verifier the verifier of all badges, those of others included
     */
    public CredentialModule(
            Platform platform, KeysModule keys, IssuerModule issuers, StatusListModule lists, BadgeVerifier verifier) {
        this.compose = new ComposeCredential(
                platform.settings(), platform.database(), issuers.profiles(), lists.statusLists());
        this.prepare = new PrepareCredential(
                compose, lists.statusLists(), keys.signingKeys(), platform.ids(), platform.clock(), platform.audit());
        this.judge = new VerifyBeforeRelease(
                platform.settings(),
                platform.clock(),
                verifier,
                List.of(keys.documents(), issuers.documents(), lists.documents()));
        this.issue = new IssueCredential(
                platform.database(),
                platform.clock(),
                platform.audit(),
                keys.signingKeys(),
                new SignCredential(keys.signer()),
                judge,
                new SupersedeCredential(lists.statusLists(), platform.clock()),
                new ReplaceRenewed(lists.statusLists(), platform.clock()),
                voided);
        this.finish = new FinishCredential(platform.database(), keys.signingKeys(), issue);
        this.revoke = new RevokeCredential(lists.statusLists(), platform.clock(), platform.audit());
        this.credentials = new Credentials(compose);
        this.show = new ShowCredential(platform.database(), credentials);
        this.revokeAtDesk = new RevokeAtDesk(platform.database(), credentials, revoke, revoked);
        this.resources = List.of(new CredentialPages(
                platform.pages(),
                new ListCredentials(platform.database(), platform.clock(), ListCredentials.PAGE),
                show,
                revokeAtDesk));
        this.signingKeys = keys.signingKeys();
    }

    /** Registers a listener for credentials that our own verifier refuses; before the first request. */
    public void onVoided(CredentialVoided listener) {
        voided.add(listener);
    }

    /** Registers a listener for badges that an organisation revokes; before the first request. */
    public void onRevoked(CredentialRevoked listener) {
        revoked.add(listener);
    }

    public ComposeCredential compose() {
        return compose;
    }

    public PrepareCredential prepareCredential() {
        return prepare;
    }

    /** What every signed form passes before it is released. */
    public VerifyBeforeRelease verifyBeforeRelease() {
        return judge;
    }

    /** Verifies all released credentials of a database that was restored. */
    public JudgeReleased judgeReleased() {
        return new JudgeReleased(judge);
    }

    public IssueCredential issue() {
        return issue;
    }

    /** The keys that sign credentials. */
    public SigningKeys signingKeys() {
        return signingKeys;
    }

    public FinishCredential finishCredential() {
        return finish;
    }

    public RevokeCredential revoke() {
        return revoke;
    }

    /** Revokes for a member, and tells who listens. */
    public RevokeAtDesk revokeAtDesk() {
        return revokeAtDesk;
    }

    public Credentials credentials() {
        return credentials;
    }

    public ShowCredential showCredential() {
        return show;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(
                60, Permission.WORKER_NAMES, "/app/credentials", "credential", "common.nav.credentials"));
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(MergedTable.moved("award", "badges"), MergedTable.moved("credential", null));
    }

    @Override
    public List<SearchPart> searchParts() {
        return List.of(new SearchPart(
                40,
                Permission.WORKER_NAMES,
                "search.part.awarded",
                CredentialsOfPerson.SEARCH,
                "/app/credentials/{id}",
                null,
                "/app/credentials",
                false));
    }

    @Override
    public PersonalData personalData() {
        return CredentialPersonalData.tables();
    }

    @Override
    public List<AuditCode> auditCodes() {
        return List.of(CredentialAudit.values());
    }

    @Override
    public List<Todo> todos() {
        return List.of(
                new Todo(
                        Todo.Urgency.SOON,
                        30,
                        Permission.WORKER_NAMES,
                        "credential.todo.ending",
                        "/app/credentials?state=ending",
                        CredentialDao.COUNT + CredentialDao.ENDING),
                new Todo(
                        Todo.Urgency.NEWS,
                        10,
                        Permission.WORKER_NAMES,
                        "credential.todo.today",
                        "/app/credentials",
                        CredentialDao.COUNT + "c.state IN ('ISSUED', 'REVOKED') AND c.issued_at >= :midnight"));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}

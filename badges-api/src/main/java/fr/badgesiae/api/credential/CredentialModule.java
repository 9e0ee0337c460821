package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.sign.SignCredential;
import fr.badgesiae.api.credential.sign.VerifyBeforeRelease;
import fr.badgesiae.api.issuer.IssuerModule;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.person.People;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.NavigationEntry;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.jobs.Job;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.verifier.BadgeVerifier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Credentials: prepared, signed, judged, released, revoked. */
public final class CredentialModule implements Feature {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private final ComposeCredential compose;
    private final PrepareCredential prepare;
    private final IssueCredential issue;
    private final RevokeCredential revoke;
    private final Credentials credentials;
    private final FinishCredentialsJob finish;
    private final List<Object> resources;
    private final List<CredentialVoided> voided = new CopyOnWriteArrayList<>();

    /**
     * @param verifier the one that everybody's badges are judged by
     */
    public CredentialModule(
            Platform platform,
            KeysModule keys,
            IssuerModule issuers,
            StatusListModule lists,
            People people,
            BadgeVerifier verifier) {
        this.compose = new ComposeCredential(
                platform.settings(), platform.database(), issuers.profiles(), lists.statusLists());
        this.prepare =
                new PrepareCredential(compose, lists.statusLists(), platform.ids(), platform.clock(), platform.audit());
        VerifyBeforeRelease judge = new VerifyBeforeRelease(
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
                voided);
        this.revoke = new RevokeCredential(lists.statusLists(), platform.clock(), platform.audit());
        this.credentials = new Credentials(compose);
        DeskCredentials desk = new DeskCredentials(platform.database(), people, credentials);
        this.resources = List.of(new CredentialPages(platform, desk, revoke));
        this.finish = new FinishCredentialsJob(platform.database(), platform.clock(), issue);
    }

    /** Registers who is told when our own verifier refuses; before the first request. */
    public void onVoided(CredentialVoided listener) {
        voided.add(listener);
    }

    public ComposeCredential compose() {
        return compose;
    }

    public PrepareCredential prepareCredential() {
        return prepare;
    }

    public IssueCredential issue() {
        return issue;
    }

    public RevokeCredential revoke() {
        return revoke;
    }

    public Credentials credentials() {
        return credentials;
    }

    @Override
    public List<Job> jobs() {
        return List.of(Job.onEachNode("finish-credentials", LOOK_EVERY, finish));
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.of(60, Permission.DESK, "/app/credentials", "credential", "common.nav.credentials"));
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}

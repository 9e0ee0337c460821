package fr.badgesiae.api.credential;

import fr.badgesiae.api.credential.batch.BatchModule;
import fr.badgesiae.api.issuer.IssuerModule;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.verifier.BadgeVerifier;

/** The issuing part of one node of the service. */
public final class IssuingNode {
    public final Platform platform;
    public final KeysModule keys;
    public final IssuerModule issuers;
    public final StatusListModule lists;
    public final CredentialModule credentials;

    IssuingNode(Platform platform, BadgeVerifier verifier) {
        this.platform = platform;
        this.keys = new KeysModule(platform);
        this.issuers = new IssuerModule(platform, new Organisations(platform.database()), keys.signingKeys());
        this.lists = new StatusListModule(platform, keys);
        this.credentials = new CredentialModule(platform, keys, issuers, lists, verifier);
    }

    /** Runs the job that finishes credentials, as the scheduler does. */
    public void finishAll() {
        new BatchModule(platform, credentials).jobs().forEach(job -> job.act().run());
    }
}

package fr.badgesiae.api.credential;

import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.api.worker.Workers;
import fr.badgesiae.verifier.BadgeVerifier;

/** One node of the service, as far as issuing goes. */
public final class Node {
    public final Platform platform;
    public final KeysModule keys;
    public final StatusListModule lists;
    public final CredentialModule credentials;

    Node(Platform platform, BadgeVerifier verifier) {
        this.platform = platform;
        this.keys = new KeysModule(platform, new Organisations(platform.database()));
        this.lists = new StatusListModule(platform, keys);
        this.credentials = new CredentialModule(platform, keys, lists, new Workers(), verifier);
    }
}

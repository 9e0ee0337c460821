package fr.badgesiae.api.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.verifier.BadgeVerifier;
import java.util.Optional;

/** One node of the service, as far as issuing goes. */
public final class Node {
    public final Platform platform;
    public final KeysModule keys;
    public final StatusListModule lists;
    public final CredentialModule credentials;

    Node(Platform platform, BadgeVerifier verifier) {
        this.platform = platform;
        this.keys = new KeysModule(platform, this::profile);
        this.lists = new StatusListModule(platform, keys);
        this.credentials = new CredentialModule(platform, keys, lists, verifier);
    }

    /** The same node on other connections. */
    static Platform with(Platform platform, Database database) {
        return new Platform(
                platform.settings(),
                database,
                platform.clock(),
                platform.ids(),
                platform.vault(),
                platform.passwords(),
                platform.audit(),
                platform.jobs(),
                platform.pages(),
                platform.csrf());
    }

    private Optional<ObjectNode> profile(OrganisationId organisation) {
        ObjectNode profile = JsonNodeFactory.instance.objectNode();
        profile.put("id", keys.signingKeys().issuerDid(organisation));
        profile.putArray("type").add("Profile");
        profile.put("name", "Atelier des Deux Rives");
        profile.put("url", "https://deux-rives.example/");
        return Optional.of(profile);
    }
}

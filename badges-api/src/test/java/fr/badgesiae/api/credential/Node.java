package fr.badgesiae.api.credential;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.Ids;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.Settings;
import fr.badgesiae.api.platform.Vault;
import fr.badgesiae.api.platform.audit.Audit;
import fr.badgesiae.api.platform.db.Database;
import fr.badgesiae.api.platform.jobs.Jobs;
import fr.badgesiae.api.statuslist.StatusListModule;
import fr.badgesiae.verifier.BadgeVerifier;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** One node of the service, as far as issuing goes. */
public final class Node {
    public static final Settings SETTINGS = new Settings(URI.create("https://badges.example"), false);

    public final Platform platform;
    public final KeysModule keys;
    public final StatusListModule lists;
    public final CredentialModule credentials;

    Node(DataSource dataSource, Jdbi jdbi, Clock clock, BadgeVerifier verifier) {
        Ids ids = Ids.secure();
        byte[] master = new byte[32];
        Arrays.fill(master, (byte) 7);
        Vault vault = new Vault(Map.of(1, master), new byte[32], ids);
        this.platform = new Platform(
                SETTINGS,
                new Database(jdbi),
                clock,
                ids,
                vault,
                null,
                new Audit(clock),
                new Jobs(dataSource),
                null,
                null);
        this.keys = new KeysModule(platform, this::profile);
        this.lists = new StatusListModule(platform, keys);
        this.credentials = new CredentialModule(platform, keys, lists, verifier);
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

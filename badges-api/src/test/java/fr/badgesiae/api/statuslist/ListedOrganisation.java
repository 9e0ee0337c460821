package fr.badgesiae.api.statuslist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.badgesiae.api.TestPlatform;
import fr.badgesiae.api.keys.KeysModule;
import fr.badgesiae.api.platform.OrganisationId;
import fr.badgesiae.api.platform.documents.PublishedDocument;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An organisation with its keys and its list, anew for each test, on one database. */
final class ListedOrganisation implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
    TestPlatform setup;
    KeysModule keys;
    StatusListModule module;
    StatusLists lists;
    OrganisationId organisation;

    @Override
    public void beforeAll(ExtensionContext context) {
        setup = TestPlatform.fresh();
        keys = new KeysModule(setup.platform());
        module = new StatusListModule(setup.platform(), keys);
        lists = module.statusLists();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        found();
    }

    /** Another organisation, with its keys and its list. */
    void found() {
        organisation = setup.organisation("Jardins de l’Exemple");
        in(handle -> {
            keys.signingKeys().createFor(handle, organisation);
            lists.createFor(handle, organisation);
            return true;
        });
    }

    @Override
    public void afterAll(ExtensionContext context) {
        setup.close();
    }

    <T> T in(HandleCallback<T, RuntimeException> act) {
        return setup.platform().database().inOrganisation(organisation, act);
    }

    PublishedDocument published(UUID list) {
        return module.documents().published(URI.create(lists.url(list))).orElseThrow();
    }

    JsonNode json(UUID list) throws JsonProcessingException {
        return new JsonMapper().readTree(new String(published(list).body(), StandardCharsets.UTF_8));
    }

    SignStatusListsJob job() {
        SignStatusList sign = new SignStatusList(
                setup.platform().settings(),
                setup.clock(),
                setup.platform().audit(),
                keys.signingKeys(),
                keys.signer());
        return new SignStatusListsJob(setup.platform().database(), setup.clock(), sign);
    }
}

package fr.badgesiae.api.observation.client;

import fr.badgesiae.api.observation.client.open.PublicReturnPages;
import fr.badgesiae.api.observation.content.ClientCodes;
import fr.badgesiae.api.organisation.Organisations;
import fr.badgesiae.api.platform.Feature;
import fr.badgesiae.api.platform.Platform;
import fr.badgesiae.api.platform.auth.Permission;
import fr.badgesiae.api.platform.personal.MergedTable;
import fr.badgesiae.api.platform.personal.PersonalData;
import fr.badgesiae.api.platform.todo.Todo;
import java.util.List;
import java.util.Map;

/** What clients saw, by a code on the time sheet. */
public final class ClientModule implements Feature {
    private final List<Object> resources;

    public ClientModule(Platform platform, Organisations organisations) {
        ClientCodes codes = new ClientCodes(platform.vault());
        this.resources = List.of(
                new ClientCodePages(
                        platform,
                        new MakeClientCode(platform, organisations, codes),
                        new ShowClientCode(platform, codes)),
                PublicReturnPages.of(platform, codes));
    }

    @Override
    public List<Todo> todos() {
        return List.of(new Todo(
                Todo.Urgency.NEWS,
                21,
                Permission.AWARD,
                "observation.client.todo.reported",
                "/app/clients",
                ClientCodeDao.REPORTED));
    }

    @Override
    public Map<String, String> sections() {
        return Map.of("/app/clients", "/app/observations");
    }

    @Override
    public List<String> secretPaths() {
        return List.of("/r/{code}", "/r/{code}/done", "/r/{code}/report");
    }

    @Override
    public List<MergedTable> mergedTables() {
        return List.of(MergedTable.moved("client_code", null));
    }

    @Override
    public PersonalData personalData() {
        return ClientPersonalData.tables();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }
}

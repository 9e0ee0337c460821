package fr.badgesiae.api.bulk.content;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.GroupName;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The groups of a run: read in the row of the run, so that a page costs no statement more. */
public final class RunGroups {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunGroups() {}

    /** The group to which the people are narrowed; null for none. */
    public static @Nullable GroupName chosen(@Nullable UUID id, @Nullable GroupKind kind, @Nullable String name) {
        return id == null || kind == null || name == null ? null : new GroupName(new GroupId(id), kind, name);
    }

    /** @param stored a JSON array, or null without any */
    public static List<GroupName> read(@Nullable String stored) {
        if (stored == null) {
            return List.of();
        }
        try {
            List<GroupName> groups = new ArrayList<>();
            for (JsonNode group : JSON.readTree(stored)) {
                groups.add(new GroupName(
                        GroupId.fromString(group.path("id").asText()),
                        GroupKind.valueOf(group.path("kind").asText()),
                        group.path("name").asText()));
            }
            return List.copyOf(groups);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("groups cannot be parsed", e);
        }
    }
}

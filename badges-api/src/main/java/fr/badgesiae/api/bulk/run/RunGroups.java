package fr.badgesiae.api.bulk.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.person.content.GroupId;
import fr.badgesiae.api.person.content.GroupKind;
import fr.badgesiae.api.person.content.GroupName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The groups of a run: read in the row of the run, so that a page costs no statement more. */
final class RunGroups {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RunGroups() {}

    static @Nullable GroupName chosen(AwardRunDao.RunRow row) {
        return row.groupId() == null || row.groupKind() == null || row.groupName() == null
                ? null
                : new GroupName(new GroupId(row.groupId()), row.groupKind(), row.groupName());
    }

    /** @param stored a JSON array, or null without any */
    static List<GroupName> read(@Nullable String stored) {
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

package fr.badgesiae.api.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.person.PersonId;
import fr.badgesiae.api.platform.HolderId;
import fr.badgesiae.api.platform.personal.PersonalExport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The copies that a person and the desk take: the whole badge, as words and as files. */
class ExportTest {
    private static PrivacyFixture fixture;
    private static PersonId person;
    private static HolderId holder;

    @BeforeAll
    static void open() {
        fixture = new PrivacyFixture();
        person = fixture.withBadge();
        holder = fixture.holder(person);
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    private static PersonalExport ofSpace() {
        return fixture.claims.platform.database().inHolder(holder, handle -> {
            PersonalExport export = new PersonalExport();
            fixture.parts.forEach(part -> part.exportSpace(handle, holder, export));
            return export;
        });
    }

    private static PersonalExport ofFile() {
        return fixture.claims.platform.database().inOrganisation(fixture.claims.organisation, handle -> {
            PersonalExport export = new PersonalExport();
            fixture.parts.forEach(part -> part.exportFile(handle, fixture.file(person), export));
            return export;
        });
    }

    private static Map<String, Object> badge(PersonalExport export) {
        List<Map<String, Object>> rows = export.sections().stream()
                .filter(section -> section.name().equals("badges"))
                .flatMap(section -> section.rows().stream())
                .toList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static JsonNode signed() throws Exception {
        String document = fixture.claims.owner.withHandle(
                handle -> handle.select("SELECT document FROM credential_document WHERE holder_id = ?", holder.value())
                        .mapTo(String.class)
                        .one());
        return new ObjectMapper().readTree(document);
    }

    @Test
    void theCopyOfTheFileNamesTheGroups() {
        fixture.group("Sortie de juin", person);
        assertThat(ofFile().sections())
                .filteredOn(section -> section.name().equals("groups"))
                .flatExtracting(PersonalExport.Section::rows)
                .anySatisfy(row -> assertThat(row).containsEntry("name", "Sortie de juin"));
    }

    @Test
    void bothCopiesHaveTheWordsOfTheBadge() throws Exception {
        JsonNode subject = signed().path("credentialSubject");
        JsonNode achievement = subject.path("achievement");
        for (PersonalExport export : List.of(ofSpace(), ofFile())) {
            assertThat(badge(export))
                    .containsEntry(
                            "issuer", signed().path("issuer").path("name").asText())
                    .containsEntry(
                            "description", achievement.path("description").asText())
                    .containsEntry(
                            "criteria",
                            achievement.path("criteria").path("narrative").asText())
                    .containsEntry("narrative", subject.path("narrative").asText());
        }
        assertThat(subject.path("narrative").asText()).isNotEmpty();
        assertThat(achievement.path("criteria").path("narrative").asText()).isNotEmpty();
    }

    @Test
    void bothCopiesHaveJsonJwtAndImage() {
        Map<String, byte[]> space = ofSpace().files();
        assertThat(space.keySet())
                .hasSize(3)
                .anyMatch(path -> path.startsWith("badges/") && path.endsWith(".json"))
                .anyMatch(path -> path.startsWith("badges/") && path.endsWith(".jwt"))
                .anyMatch(path -> path.startsWith("images/"));
        Map<String, byte[]> file = ofFile().files();
        assertThat(file.keySet()).isEqualTo(space.keySet());
        file.forEach((path, content) -> assertThat(content).isEqualTo(space.get(path)));
        assertThat(badge(ofSpace()))
                .hasEntrySatisfying("file", path -> assertThat(space).containsKey((String) path));
        assertThat(badge(ofSpace()))
                .hasEntrySatisfying("image", path -> assertThat(space).containsKey((String) path));
        assertThat(badge(ofFile()))
                .hasEntrySatisfying("jwt", path -> assertThat(file).containsKey((String) path));
    }
}

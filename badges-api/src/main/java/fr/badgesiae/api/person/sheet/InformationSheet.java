package fr.badgesiae.api.person.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.badgesiae.api.organisation.OrganisationProfile;
import fr.badgesiae.api.platform.i18n.Messages;
import fr.badgesiae.api.platform.personal.Retention;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The wording of a sheet, without the name of the person.
 *
 * @param language the language tag, {@code fr} or {@code en}
 */
public record InformationSheet(String language, List<Section> sections) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public InformationSheet {
        sections = List.copyOf(sections);
    }

    /** A heading and its paragraphs. */
    public record Section(String title, List<String> paragraphs) {
        public Section {
            paragraphs = List.copyOf(paragraphs);
        }
    }

    /** The wording of today for the people of an organisation. */
    public static InformationSheet of(Messages messages, Locale language, OrganisationProfile organisation) {
        Writer writer = new Writer(messages, language);
        String name = organisation.publicName();
        OrganisationProfile.DataProtection data = organisation.dataProtection();
        writer.section("what", writer.text("what", name), writer.text("evaluation"));
        writer.section("why", writer.text("why"), writer.text("choice", name));
        List<String> who = new ArrayList<>();
        who.add(writer.text("who", given(data.controller(), organisation.legalName())));
        who.add(writer.text("basis", given(data.legalBasis(), writer.text("basis-default"))));
        who.add(writer.text("seen", name));
        if (!data.dpo().isEmpty()) {
            who.add(writer.text("dpo", data.dpo()));
        }
        writer.section("who", who.toArray(new String[0]));
        writer.section(
                "long",
                writer.text("long", Retention.DESK_FILE_MONTHS),
                writer.text("long-space", Retention.SPACE_YEARS));
        writer.section("rights", writer.text("rights", given(data.rightsContact(), name)), writer.text("cnil"));
        return new InformationSheet(language.getLanguage(), writer.sections);
    }

    /** The sentences around it end with a full stop of their own. */
    private static String given(String text, String otherwise) {
        return text.isEmpty() ? otherwise : text.replaceFirst("[.\\s]+$", "");
    }

    static InformationSheet read(String stored) {
        try {
            return JSON.readValue(stored, InformationSheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored sheet cannot be parsed", e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a sheet cannot be written as JSON", e);
        }
    }

    /** The messages of one language. */
    private static final class Writer {
        private final Messages messages;
        private final Locale language;
        private final List<Section> sections = new ArrayList<>();

        Writer(Messages messages, Locale language) {
            this.messages = messages;
            this.language = language;
        }

        String text(String part, Object... arguments) {
            return messages.text(language, "worker.notice." + part, arguments);
        }

        void section(String part, String... paragraphs) {
            sections.add(new Section(text(part + "-title"), List.of(paragraphs)));
        }
    }
}

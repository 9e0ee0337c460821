package fr.badgesiae.api.platform.form;

import fr.badgesiae.api.platform.auth.FormOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is kept under a token. */
public sealed interface Kept {
    <T> T fold(Cases<T> cases);

    /** One answer for each kind. */
    interface Cases<T> {
        T running();

        T address(String path);

        T page(Page page);

        T form(Form form);
    }

    /** The first sending of the form is not answered yet. */
    record Running() implements Kept {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.running();
        }
    }

    /** The path that the form led to. */
    record Address(String path) implements Kept {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.address(path);
        }
    }

    /**
     * The page that answered a form.
     *
     * @param owner who may see it again; empty for a page open to everybody, which its visitor sees
     * @param texts the page in each of its languages, by tag: French, English and added ones
     */
    record Page(Optional<FormOwner> owner, int status, SortedMap<String, String> texts) implements Kept {
        Page(Optional<FormOwner> owner, int status, String french, String english) {
            this(owner, status, new TreeMap<>(Map.of("fr", french, "en", english)));
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.page(this);
        }

        /** The languages that it was kept in. */
        List<Locale> languages() {
            return texts.keySet().stream().map(Locale::forLanguageTag).toList();
        }

        String in(Locale language) {
            return Objects.requireNonNull(texts.get(language.getLanguage()));
        }

        List<String> lines() {
            List<String> lines =
                    new ArrayList<>(List.of(owner.map(FormOwner::text).orElse(""), String.valueOf(status)));
            texts.forEach((tag, text) -> lines.addAll(List.of(tag, text)));
            return lines;
        }

        static Page of(List<String> lines) {
            Optional<FormOwner> owner = FormOwner.parse(lines.get(0));
            int status = Integer.parseInt(lines.get(1));
            SortedMap<String, String> texts = new TreeMap<>();
            for (int i = 2; i + 1 < lines.size(); i += 2) {
                texts.put(lines.get(i), lines.get(i + 1));
            }
            // One kept by an earlier release has its French and its English text, without tags.
            return texts.containsKey("fr")
                    ? new Page(owner, status, texts)
                    : new Page(owner, status, lines.get(2), lines.get(3));
        }
    }

    /**
     * A form that was sent after its session had ended.
     *
     * @param action the path that it is sent to
     * @param fields names and values as typed, without secrets
     */
    record Form(FormOwner owner, String action, List<Field> fields) implements Kept {
        public Form {
            fields = List.copyOf(fields);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.form(this);
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(owner.text(), action));
            fields.forEach(field -> lines.addAll(List.of(field.name(), field.value())));
            return lines;
        }

        static Form of(List<String> lines) {
            List<Field> fields = new ArrayList<>();
            for (int i = 2; i + 1 < lines.size(); i += 2) {
                fields.add(new Field(lines.get(i), lines.get(i + 1)));
            }
            return new Form(FormOwner.parse(lines.get(0)).orElseThrow(), lines.get(1), fields);
        }
    }

    /** One field of a form. */
    record Field(String name, String value) {}
}

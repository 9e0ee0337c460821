package fr.badgesiae.api.platform.form;

import fr.badgesiae.api.platform.auth.FormOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
     */
    record Page(Optional<FormOwner> owner, int status, String french, String english) implements Kept {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.page(this);
        }

        String in(Locale language) {
            return language.equals(Locale.FRENCH) ? french : english;
        }

        List<String> lines() {
            return List.of(owner.map(FormOwner::text).orElse(""), String.valueOf(status), french, english);
        }

        static Page of(List<String> lines) {
            return new Page(FormOwner.parse(lines.get(0)), Integer.parseInt(lines.get(1)), lines.get(2), lines.get(3));
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

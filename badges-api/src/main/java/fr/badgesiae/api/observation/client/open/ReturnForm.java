package fr.badgesiae.api.observation.client.open;

import fr.badgesiae.api.observation.content.Manner;
import fr.badgesiae.api.observation.words.CarefulWords;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a client says.
 *
 * @param answers for each task in its order: the name of a {@link Manner}, {@link #NOT_SEEN} or empty
 * @param note one sentence, or empty
 * @param client what they want to be called, or empty
 * @param anyway whether they read the advice about their words
 */
public record ReturnForm(List<String> answers, String note, String client, boolean anyway) {
    /** No mark: the client was not there, or it was not to be done. */
    public static final String NOT_SEEN = "NOT_SEEN";

    static final int LONGEST_NOTE = 280;
    static final int LONGEST_NAME = 80;

    public ReturnForm {
        answers = List.copyOf(answers);
    }

    static ReturnForm blank(int tasks) {
        return new ReturnForm(Collections.nCopies(tasks, ""), "", "", false);
    }

    static ReturnForm of(MultivaluedMap<String, String> form, int tasks) {
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < tasks; i++) {
            answers.add(text(form.getFirst("task" + i)));
        }
        return new ReturnForm(
                answers,
                text(form.getFirst("note")).replace("\r\n", "\n"),
                text(form.getFirst("client")),
                form.getFirst("anyway") != null);
    }

    /** The errors, by field {@code task0}…, {@code note} and {@code client}. */
    Errors errors() {
        Errors errors = Errors.none();
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).equals(NOT_SEEN) && manner(i).isEmpty()) {
                errors = errors.with("task" + i, "observation.client.open.error.task");
            }
        }
        if (errors.isEmpty() && !note.isEmpty() && !seenAny()) {
            errors = errors.with("note", "observation.client.open.error.nothing");
        }
        if (note.length() > LONGEST_NOTE) {
            errors = errors.with("note", "observation.client.open.error.note", LONGEST_NOTE);
        }
        return client.length() > LONGEST_NAME
                ? errors.with("client", "observation.client.open.error.client", LONGEST_NAME)
                : errors;
    }

    /** Words that do not belong here, until the client has read so. */
    public List<CarefulWords.Found> careful() {
        return CarefulWords.find(note);
    }

    boolean seenAny() {
        return answers.stream().anyMatch(answer -> Manner.find(answer).isPresent());
    }

    /** The tasks that were seen in this way. */
    List<String> tasks(List<String> asked, Manner manner) {
        List<String> seen = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (manner(i).filter(manner::equals).isPresent()) {
                seen.add(asked.get(i));
            }
        }
        return seen;
    }

    private Optional<Manner> manner(int task) {
        return Manner.find(answers.get(task));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

package fr.badgesiae.api.achievement.form;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.achievement.content.Alignment;
import fr.badgesiae.api.achievement.content.Category;
import fr.badgesiae.api.achievement.content.EvidencePolicy;
import fr.badgesiae.api.achievement.content.Framework;
import fr.badgesiae.api.achievement.content.Level;
import fr.badgesiae.api.achievement.content.PublicUrl;
import fr.badgesiae.api.platform.html.Errors;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A badge as typed, shown again as typed beside its errors.
 *
 * @param tasks one a line
 * @param validityMonths digits, or empty for a badge that does not lapse
 * @param alignments always {@link #ALIGNMENTS} rows; an empty row is no alignment
 */
public record AchievementForm(
        String name,
        String description,
        String criteria,
        String tasks,
        String category,
        String level,
        String validityMonths,
        String evidencePolicy,
        String language,
        List<AlignmentRow> alignments) {
    static final int ALIGNMENTS = 3;
    private static final int MAX_MONTHS = 600;
    private static final Pattern DIGITS = Pattern.compile("\\d{1,4}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    /** One alignment as typed. */
    public record AlignmentRow(String framework, String code, String version, String name, String url) {
        public boolean isEmpty() {
            return (code + version + name + url).isBlank();
        }
    }

    /**
     * The result of parsing: errors, or the content.
     *
     * @param content empty with errors
     */
    public record Checked(Errors errors, Optional<AchievementContent> content) {}

    public static AchievementForm empty() {
        List<AlignmentRow> rows = new ArrayList<>();
        while (rows.size() < ALIGNMENTS) {
            rows.add(new AlignmentRow(Framework.ROME.name(), "", "", "", ""));
        }
        return new AchievementForm("", "", "", "", "", "", "", EvidencePolicy.NONE.name(), "fr", rows);
    }

    public static AchievementForm of(AchievementContent content) {
        List<AlignmentRow> rows = new ArrayList<>();
        content.alignments()
                .forEach(a ->
                        rows.add(new AlignmentRow(a.framework().name(), a.code(), a.version(), a.name(), a.url())));
        rows.addAll(empty().alignments().subList(rows.size(), ALIGNMENTS));
        return new AchievementForm(
                content.name(),
                content.description(),
                content.criteria(),
                String.join("\n", content.tasks()),
                content.category().name(),
                content.level() == null ? "" : content.level().name(),
                Objects.toString(content.validityMonths(), ""),
                content.evidencePolicy().name(),
                content.language(),
                rows);
    }

    public static AchievementForm of(MultivaluedMap<String, String> form) {
        List<AlignmentRow> rows = new ArrayList<>();
        for (int i = 0; i < ALIGNMENTS; i++) {
            rows.add(new AlignmentRow(
                    text(form, "alignment" + i + "-framework"),
                    text(form, "alignment" + i + "-code"),
                    text(form, "alignment" + i + "-version"),
                    text(form, "alignment" + i + "-name"),
                    text(form, "alignment" + i + "-url")));
        }
        return new AchievementForm(
                text(form, "name"),
                text(form, "description"),
                text(form, "criteria"),
                text(form, "tasks"),
                text(form, "category"),
                text(form, "level"),
                text(form, "validityMonths"),
                text(form, "evidencePolicy"),
                text(form, "language"),
                rows);
    }

    /** Parses every field and collects all errors. */
    public Checked check() {
        Reader reader = new Reader();
        reader.words("name", name, 200);
        reader.words("description", description, 2_000);
        reader.words("criteria", criteria, 5_000);
        List<String> seen = reader.tasks(tasks);
        Optional<Category> kind = reader.choice("category", Category.class, category);
        Optional<Level> grade = level.isEmpty() ? Optional.empty() : reader.choice("level", Level.class, level);
        Integer months = reader.months(validityMonths);
        Optional<EvidencePolicy> policy = reader.choice("evidencePolicy", EvidencePolicy.class, evidencePolicy);
        reader.language(language);
        List<Alignment> read = reader.alignments(alignments);
        if (!reader.errors.isEmpty()) {
            return new Checked(reader.errors, Optional.empty());
        }
        AchievementContent content = new AchievementContent(
                name,
                description,
                criteria,
                kind.orElseThrow(),
                grade.orElse(null),
                months,
                policy.orElseThrow(),
                language,
                read,
                seen);
        return new Checked(reader.errors, Optional.of(content));
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        String value = form.getFirst(field);
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    /** Collects errors in the order of the fields on the page. */
    private static final class Reader {
        private Errors errors = Errors.none();

        private void words(String field, String value, int longest) {
            if (value.isEmpty()) {
                errors = errors.with(field, "achievement.error." + field + "-missing");
            } else if (value.length() > longest) {
                errors = errors.with(field, "achievement.error.too-long", longest);
            } else if (CONTROL.matcher(value).find()) {
                errors = errors.with(field, "achievement.error.control");
            }
        }

        private List<String> tasks(String typed) {
            List<String> lines = typed.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            int count = lines.size();
            if (count > 0 && (count < AchievementContent.FEWEST_TASKS || count > AchievementContent.MOST_TASKS)) {
                errors = errors.with(
                        "tasks",
                        "achievement.error.tasks-count",
                        AchievementContent.FEWEST_TASKS,
                        AchievementContent.MOST_TASKS);
            } else if (lines.stream().anyMatch(line -> line.length() > AchievementContent.LONGEST_TASK)) {
                errors = errors.with("tasks", "achievement.error.tasks-long", AchievementContent.LONGEST_TASK);
            } else if (lines.stream().distinct().count() < count) {
                errors = errors.with("tasks", "achievement.error.tasks-twice");
            } else if (CONTROL.matcher(typed).find()) {
                errors = errors.with("tasks", "achievement.error.control");
            }
            return lines;
        }

        private <E extends Enum<E>> Optional<E> choice(String field, Class<E> of, String value) {
            for (E constant : of.getEnumConstants()) {
                if (constant.name().equals(value)) {
                    return Optional.of(constant);
                }
            }
            errors = errors.with(field, "achievement.error.choose-" + field);
            return Optional.empty();
        }

        private @Nullable Integer months(String value) {
            if (value.isEmpty()) {
                return null;
            }
            int months = DIGITS.matcher(value).matches() ? Integer.parseInt(value) : 0;
            if (months < 1 || months > MAX_MONTHS) {
                errors = errors.with("validityMonths", "achievement.error.months", MAX_MONTHS);
            }
            return months;
        }

        private void language(String value) {
            if (!value.equals("fr") && !value.equals("en")) {
                errors = errors.with("language", "achievement.error.choose-language");
            }
        }

        private List<Alignment> alignments(List<AlignmentRow> rows) {
            List<Alignment> read = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).isEmpty()) {
                    alignment("alignment" + i, rows.get(i)).ifPresent(read::add);
                }
            }
            return read;
        }

        private Optional<Alignment> alignment(String row, AlignmentRow typed) {
            Optional<Framework> framework = choice(row + "-framework", Framework.class, typed.framework());
            boolean esco = framework.filter(Framework.ESCO::equals).isPresent();
            String code = esco ? typed.code() : typed.code().toUpperCase(Locale.ROOT);
            framework
                    .filter(known -> !known.accepts(code))
                    .ifPresent(known -> errors = errors.with(row + "-code", "achievement.error.code-" + known.name()));
            words(row + "-name", typed.name());
            if (!PublicUrl.isAcceptable(typed.url())) {
                errors = errors.with(row + "-url", "achievement.error.alignment-url");
            }
            if (typed.version().length() > 40) {
                errors = errors.with(row + "-version", "achievement.error.too-long", 40);
            }
            return framework.map(known -> new Alignment(known, code, typed.version(), typed.name(), typed.url()));
        }

        private void words(String field, String value) {
            if (value.isEmpty() || value.length() > 300) {
                errors = errors.with(field, "achievement.error.alignment-name");
            }
        }
    }
}

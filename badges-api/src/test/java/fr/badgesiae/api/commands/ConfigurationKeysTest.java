package fr.badgesiae.api.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares messages with {@code config.yml}: a key that an environment variable sets is named together with the variable. */
class ConfigurationKeysTest {
    private static final Path CONFIG = Path.of("../config.yml");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern SECTION = Pattern.compile("(\\w+):");
    private static final Pattern SET = Pattern.compile("( *)(?:- )?(\\w+): \\$\\{(\\w+):-.*");

    /** A literal with those joined to it by {@code +}; joints are removed. */
    private static final Pattern LITERAL = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"");

    /** For programmers: the operator never reads it. */
    private static final Pattern INTERNAL = Pattern.compile("new IllegalArgumentException\\([^;]*;");

    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

    @Test
    void aMessageThatNamesAKeyNamesItsVariable() throws IOException {
        Map<String, String> variables = variables();
        assertThat(variables)
                .containsEntry("database.singleRole", "BADGES_DATABASE_SINGLE_ROLE")
                .hasSizeGreaterThan(10);

        List<String> silent = new ArrayList<>();
        try (Stream<Path> sources = Files.walk(SOURCES)) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                for (String literal : literals(Files.readString(source))) {
                    variables.forEach((key, variable) -> {
                        if (names(literal, key) && !literal.contains(variable)) {
                            silent.add(source.getFileName() + " " + key + ": " + literal);
                        }
                    });
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    /** From the keys of the shipped file, {@code section.key} within a section, to their variables. */
    private static Map<String, String> variables() throws IOException {
        Map<String, String> variables = new TreeMap<>();
        String section = "";
        for (String line : Files.readAllLines(CONFIG)) {
            Matcher begin = SECTION.matcher(line);
            Matcher set = SET.matcher(line);
            if (begin.matches()) {
                section = begin.group(1) + ".";
            } else if (set.matches()) {
                variables.put((set.group(1).isEmpty() ? "" : section) + set.group(2), set.group(3));
            }
        }
        return variables;
    }

    private static List<String> literals(String source) {
        return LITERAL.matcher(
                        JOINT.matcher(INTERNAL.matcher(source).replaceAll("")).replaceAll(""))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    /** Not the name of a metric, a file or a field alone: those are no sentences. */
    private static boolean names(String literal, String key) {
        return literal.contains(" ")
                && Pattern.compile("(?<![.\\w/])" + Pattern.quote(key) + "(?![\\w/]|\\.\\w)")
                        .matcher(literal)
                        .find();
    }
}

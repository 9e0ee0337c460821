package fr.badgesiae.api.privacy.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A French text with the facts of an organisation in it. In its file a line is a title ({@code #}), a heading ({@code ##}), an item
 * ({@code -}) or a paragraph; a word between braces is a fact.
 */
public record LegalText(String title, List<Block> blocks) {
    private static final Pattern FACT = Pattern.compile("\\{([a-z]+)}");

    public LegalText {
        blocks = List.copyOf(blocks);
    }

    /** A line. */
    public record Block(Kind kind, List<Piece> pieces) {
        public Block {
            pieces = List.copyOf(pieces);
        }

        String text() {
            return pieces.stream().map(Piece::text).collect(Collectors.joining());
        }
    }

    /** What a line is. */
    public enum Kind {
        HEADING,
        ITEM,
        PARAGRAPH
    }

    /**
     * A part of a line.
     *
     * @param missing whether it stands for a fact that nobody has written
     */
    public record Piece(String text, boolean missing) {}

    /**
     * A fact.
     *
     * @param label says in French what is missing where the value is empty
     */
    public record Fact(String label, String value) {
        public boolean missing() {
            return value.isBlank();
        }
    }

    /**
     * A text with its facts.
     *
     * @param lists lines that take the place of a line with their word alone
     */
    static LegalText of(PackDocument document, Map<String, Fact> facts, Map<String, List<String>> lists) {
        List<String> lines = read(document);
        List<Block> blocks = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            Matcher alone = FACT.matcher(line);
            if (alone.matches() && lists.containsKey(alone.group(1))) {
                lists.get(alone.group(1))
                        .forEach(item -> blocks.add(new Block(Kind.ITEM, List.of(new Piece(item, false)))));
            } else {
                blocks.add(block(line, facts));
            }
        }
        return new LegalText(lines.get(0).substring(2), blocks);
    }

    /** The words for facts in a text. */
    static Set<String> words(PackDocument document) {
        return FACT.matcher(String.join("\n", read(document)))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<String> read(PackDocument document) {
        String file = "/fr/badgesiae/api/privacy/pack/" + document.word() + ".txt";
        try (InputStream in = LegalText.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no text " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Block block(String line, Map<String, Fact> facts) {
        if (line.startsWith("## ")) {
            return new Block(Kind.HEADING, pieces(line.substring(3), facts));
        }
        return line.startsWith("- ")
                ? new Block(Kind.ITEM, pieces(line.substring(2), facts))
                : new Block(Kind.PARAGRAPH, pieces(line, facts));
    }

    private static List<Piece> pieces(String text, Map<String, Fact> facts) {
        List<Piece> pieces = new ArrayList<>();
        Matcher found = FACT.matcher(text);
        int done = 0;
        while (found.find()) {
            pieces.add(new Piece(text.substring(done, found.start()), false));
            Fact fact = facts.get(found.group(1));
            if (fact == null) {
                throw new IllegalStateException("no fact " + found.group(1));
            }
            pieces.add(
                    fact.missing()
                            ? new Piece("[à compléter\u00a0: " + fact.label() + "]", true)
                            : new Piece(fact.value(), false));
            done = found.end();
        }
        pieces.add(new Piece(text.substring(done), false));
        return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
    }

    /**
     * Lines that belong together: items one after the other, or one other line.
     *
     * @param kind of each line
     */
    public record Group(Kind kind, List<Block> blocks) {}

    /** The lines, with items in lists. */
    public List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (Block block : blocks) {
            Group last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (block.kind() == Kind.ITEM && last != null && last.kind() == Kind.ITEM) {
                last.blocks().add(block);
            } else {
                groups.add(new Group(block.kind(), new ArrayList<>(List.of(block))));
            }
        }
        return groups;
    }

    /** The whole as plain text, to be copied. */
    public String plain() {
        StringBuilder text = new StringBuilder(title).append('\n');
        for (Block block : blocks) {
            switch (block.kind()) {
                case HEADING -> text.append('\n').append(block.text()).append('\n');
                case ITEM -> text.append("- ").append(block.text()).append('\n');
                case PARAGRAPH -> text.append(block.text()).append('\n');
            }
        }
        return text.toString();
    }
}

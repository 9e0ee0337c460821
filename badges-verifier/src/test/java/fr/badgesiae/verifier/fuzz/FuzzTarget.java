package fr.badgesiae.verifier.fuzz;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.badgesiae.verifier.read.JsonReader;
import fr.badgesiae.verifier.read.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One parser under changed bytes.
 *
 * @param name of the parser
 * @param seeds valid inputs, to be changed
 * @param cost how many usual rounds one of these rounds costs
 * @param change the change made to a seed
 * @param parser parses the bytes and fails an assertion when a property does not hold; any exception is a failure
 * @param tries the classes that read its result
 */
public record FuzzTarget(
        String name, List<byte[]> seeds, int cost, Change change, Consumer<byte[]> parser, Set<Class<?>> tries) {
    private static final List<String> ODD =
            List.of("null", "[]", "{}", "1e400", "\"\\ud800\"", "\"", ",", "-0", "\u0000", "[[[[[[[[");

    public FuzzTarget {
        if (seeds.isEmpty()) {
            throw new IllegalArgumentException("no seeds: " + name);
        }
    }

    /** Makes one input from another. */
    @FunctionalInterface
    public interface Change {
        byte[] of(byte[] seed, Random random);
    }

    /** Bytes, with words of their format inserted at times. */
    public static FuzzTarget bytes(
            String name, List<byte[]> seeds, List<String> words, Consumer<byte[]> parser, Class<?>... tries) {
        return new FuzzTarget(
                name, seeds, 1, (seed, random) -> Mutations.of(seed, words, random), parser, Set.of(tries));
    }

    /** A text. */
    public static FuzzTarget text(
            String name, List<String> seeds, List<String> words, Consumer<String> parser, Class<?>... tries) {
        return bytes(
                name,
                seeds.stream().map(FuzzTarget::utf8).toList(),
                words,
                bytes -> parser.accept(new String(bytes, StandardCharsets.UTF_8)),
                tries);
    }

    /** JSON as bytes: mostly changed JSON, at times not JSON. */
    public static FuzzTarget document(String name, List<byte[]> seeds, Consumer<byte[]> parser, Class<?>... tries) {
        return new FuzzTarget(name, seeds, 1, FuzzTarget::otherJson, parser, Set.of(tries));
    }

    /** An object that the JSON reader accepts. */
    public static FuzzTarget json(String name, List<byte[]> seeds, Consumer<ObjectNode> parser, Class<?>... tries) {
        return document(name, seeds, bytes -> object(bytes).ifPresent(parser), tries);
    }

    /** The same, with the cost of a round. */
    public FuzzTarget costing(int rounds) {
        return new FuzzTarget(name, seeds, rounds, change, parser, tries);
    }

    /** The object in these bytes, if they are one. */
    public static Optional<ObjectNode> object(byte[] bytes) {
        try {
            return Optional.of(JsonReader.object(bytes));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] otherJson(byte[] seed, Random random) {
        return random.nextInt(4) == 0 ? Mutations.of(seed, ODD, random) : JsonMutations.of(seed, random);
    }

    @Override
    public String toString() {
        return name;
    }
}

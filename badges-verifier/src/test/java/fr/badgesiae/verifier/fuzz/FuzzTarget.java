package fr.badgesiae.verifier.fuzz;

import java.util.List;
import java.util.function.Consumer;

/**
 * One parser under changed bytes.
 *
 * @param name of the parser
 * @param seeds sound inputs, to be changed
 * @param words what a change may put in, such as the parser's own tokens
 * @param cost how many usual rounds one of these rounds costs
 * @param parser reads the bytes and fails an assertion when something does not hold; throwing anything is a failure
 */
record FuzzTarget(String name, List<byte[]> seeds, List<String> words, int cost, Consumer<byte[]> parser) {
    @Override
    public String toString() {
        return name;
    }
}

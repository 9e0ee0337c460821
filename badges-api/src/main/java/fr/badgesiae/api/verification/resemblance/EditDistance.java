package fr.badgesiae.api.verification.resemblance;

import java.util.Arrays;

/** Levenshtein distance up to a limit, in a band: at most {@code (2 * limit + 1)} cells for each character. */
final class EditDistance {
    private EditDistance() {}

    static boolean within(String one, String other, int limit) {
        if (Math.abs(one.length() - other.length()) > limit) {
            return false;
        }
        int beyond = limit + 1;
        int[] above = new int[other.length() + 1];
        for (int column = 0; column < above.length; column++) {
            above[column] = Math.min(column, beyond);
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] line = new int[above.length];
            Arrays.fill(line, beyond);
            line[0] = Math.min(row, beyond);
            int smallest = line[0];
            for (int column = Math.max(1, row - limit); column <= Math.min(other.length(), row + limit); column++) {
                int changed = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                line[column] = Math.min(changed, 1 + Math.min(above[column], line[column - 1]));
                smallest = Math.min(smallest, line[column]);
            }
            if (smallest > limit) {
                return false;
            }
            above = line;
        }
        return above[other.length()] <= limit;
    }
}

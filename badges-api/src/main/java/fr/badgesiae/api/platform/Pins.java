package fr.badgesiae.api.platform;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rule for PINs: six digits that are not easy to guess. */
public final class Pins {
    private static final Set<String> FREQUENT =
            Set.of("123123", "121212", "112233", "123321", "101010", "111222", "159753", "147258", "135790", "246810");

    private Pins() {}

    /** Six digits, neither all equal, nor ascending or descending by one, nor in the list of frequent PINs. */
    public static boolean acceptable(@Nullable String pin) {
        return pin != null
                && pin.length() == 6
                && pin.chars().allMatch(c -> c >= '0' && c <= '9')
                && !sequence(pin)
                && !FREQUENT.contains(pin);
    }

    /** Whether each digit differs from the previous one by the same step of -1, 0 or 1 (modulo ten). */
    private static boolean sequence(String pin) {
        int step = Math.floorMod(pin.charAt(1) - pin.charAt(0), 10);
        if (step != 0 && step != 1 && step != 9) {
            return false;
        }
        for (int i = 2; i < pin.length(); i++) {
            if (Math.floorMod(pin.charAt(i) - pin.charAt(i - 1), 10) != step) {
                return false;
            }
        }
        return true;
    }
}

package fr.badgesiae.verifier.recipient;

/**
 * The letters of e-mail addresses. Only A to Z are another form of a to z (RFC 4343, 3; RFC 6531). Every other character is its own:
 * the case tables of Unicode unite letters of different addresses, such as ı and i, or ß and ss.
 */
final class Addresses {
    private Addresses() {}

    static String lower(String address) {
        return mapped(address, 'A', 'Z', 'a' - 'A');
    }

    static String upper(String address) {
        return mapped(address, 'a', 'z', 'A' - 'a');
    }

    /** Lower case, with a capital at the start and after each of the separators. */
    static String capitalised(String address, String separators) {
        StringBuilder capitalised = new StringBuilder(lower(address));
        for (int at = 0; at < capitalised.length(); at++) {
            if (at == 0 || separators.indexOf(capitalised.charAt(at - 1)) >= 0) {
                capitalised.replace(at, at + 1, upper(capitalised.substring(at, at + 1)));
            }
        }
        return capitalised.toString();
    }

    private static String mapped(String address, char first, char last, int distance) {
        StringBuilder mapped = new StringBuilder(address);
        for (int at = 0; at < mapped.length(); at++) {
            char letter = mapped.charAt(at);
            if (letter >= first && letter <= last) {
                mapped.setCharAt(at, (char) (letter + distance));
            }
        }
        return mapped.toString();
    }
}

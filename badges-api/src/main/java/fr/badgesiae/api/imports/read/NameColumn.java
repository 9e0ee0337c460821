package fr.badgesiae.api.imports.read;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A column that is read; no other is. */
public enum NameColumn {
    FIRST_NAME("|prenom|prenoms|prenom s|prenom usuel|prenom candidat|prenom du candidat|"
            + "prenom salarie|prenom du salarie|first name|firstname|given name|forename|"),
    LAST_NAME("|nom|noms|nom de famille|nom usuel|nom d usage|nom candidat|nom du candidat|"
            + "nom salarie|nom du salarie|last name|lastname|family name|surname|name|");

    private static final int LONGEST = 100;

    /** Folded, each between bars, which no folded title has. */
    private final String titles;

    NameColumn(String titles) {
        this.titles = titles;
    }

    /** @param remembered what the organisation called its columns, folded */
    static Optional<NameColumn> of(String title, Map<String, NameColumn> remembered) {
        String folded = folded(title);
        if (remembered.containsKey(folded)) {
            return Optional.of(remembered.get(folded));
        }
        for (NameColumn column : values()) {
            if (column.titles.contains("|" + folded + "|")) {
                return Optional.of(column);
            }
        }
        return Optional.empty();
    }

    /** A title without case, accents and punctuation, at most 100 characters. */
    public static String folded(String title) {
        String bare = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
        return bare.substring(0, Math.min(LONGEST, bare.length()));
    }
}

package fr.badgesiae.api.imports.read;

import fr.badgesiae.api.platform.table.TableRow;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The export of applications of <i>Les emplois de l'inclusion</i>: a line an application. Only accepted ones are read, and of
 * each person only one. The number of the PASS IAE tells people apart while the list is read; it is not kept.
 */
final class Emplois {
    private static final String ACCEPTED = "candidature acceptee";

    private final int status;
    private final int pass;
    private final int structure;
    private final Set<String> seen = new HashSet<>();

    private Emplois(int status, int pass, int structure) {
        this.status = status;
        this.pass = pass;
        this.structure = structure;
    }

    /** Empty where these titles are those of another list. */
    static Optional<Emplois> of(List<String> titles) {
        List<String> folded = titles.stream().map(NameColumn::folded).toList();
        int status = folded.indexOf("statut de la candidature");
        boolean all = status >= 0 && folded.contains("nom candidat") && folded.contains("prenom candidat");
        return all
                ? Optional.of(new Emplois(
                        status, folded.indexOf("numero pass iae"), folded.indexOf("nom structure employeur")))
                : Optional.empty();
    }

    /** Whether a line is an accepted application of somebody who has none above it. */
    boolean takes(TableRow row, ReadLine line) {
        if (!NameColumn.folded(row.cell(status)).equals(ACCEPTED)) {
            return false;
        }
        String number = row.cell(pass).replaceAll("\\s", "");
        String key = number.isEmpty()
                ? NameColumn.folded(line.firstName() + " | " + line.lastName()) + "\n" + row.cell(structure)
                : number;
        return seen.add(key);
    }
}

package fr.badgesiae.api.organisation.departement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** French départements and overseas territories by their INSEE codes: a closed list, which the schema checks too. */
public final class Departements {
    /** As many as an organisation may have. */
    static final int MOST = 10;

    private static final String LIST = """
            01 Ain;02 Aisne;03 Allier;04 Alpes-de-Haute-Provence;05 Hautes-Alpes;06 Alpes-Maritimes;07 Ardèche;
            08 Ardennes;09 Ariège;10 Aube;11 Aude;12 Aveyron;13 Bouches-du-Rhône;14 Calvados;15 Cantal;
            16 Charente;17 Charente-Maritime;18 Cher;19 Corrèze;2A Corse-du-Sud;2B Haute-Corse;21 Côte-d’Or;
            22 Côtes-d’Armor;23 Creuse;24 Dordogne;25 Doubs;26 Drôme;27 Eure;28 Eure-et-Loir;29 Finistère;
            30 Gard;31 Haute-Garonne;32 Gers;33 Gironde;34 Hérault;35 Ille-et-Vilaine;36 Indre;
            37 Indre-et-Loire;38 Isère;39 Jura;40 Landes;41 Loir-et-Cher;42 Loire;43 Haute-Loire;
            44 Loire-Atlantique;45 Loiret;46 Lot;47 Lot-et-Garonne;48 Lozère;49 Maine-et-Loire;50 Manche;
            51 Marne;52 Haute-Marne;53 Mayenne;54 Meurthe-et-Moselle;55 Meuse;56 Morbihan;57 Moselle;58 Nièvre;
            59 Nord;60 Oise;61 Orne;62 Pas-de-Calais;63 Puy-de-Dôme;64 Pyrénées-Atlantiques;65 Hautes-Pyrénées;
            66 Pyrénées-Orientales;67 Bas-Rhin;68 Haut-Rhin;69 Rhône;70 Haute-Saône;71 Saône-et-Loire;72 Sarthe;
            73 Savoie;74 Haute-Savoie;75 Paris;76 Seine-Maritime;77 Seine-et-Marne;78 Yvelines;79 Deux-Sèvres;
            80 Somme;81 Tarn;82 Tarn-et-Garonne;83 Var;84 Vaucluse;85 Vendée;86 Vienne;87 Haute-Vienne;
            88 Vosges;89 Yonne;90 Territoire de Belfort;91 Essonne;92 Hauts-de-Seine;93 Seine-Saint-Denis;
            94 Val-de-Marne;95 Val-d’Oise;971 Guadeloupe;972 Martinique;973 Guyane;974 La Réunion;
            975 Saint-Pierre-et-Miquelon;976 Mayotte;977 Saint-Barthélemy;978 Saint-Martin;986 Wallis-et-Futuna;
            987 Polynésie française;988 Nouvelle-Calédonie
            """;
    private static final Map<String, String> NAMES = read();
    private static final Pattern POSTCODE = Pattern.compile("\\b(\\d{5})\\b");

    private Departements() {}

    private static Map<String, String> read() {
        Map<String, String> names = new LinkedHashMap<>();
        for (String line : LIST.replace("\n", "").split(";", -1)) {
            int space = line.indexOf(' ');
            names.put(line.substring(0, space), line.substring(space + 1));
        }
        return Collections.unmodifiableMap(names);
    }

    /** Names by code, in the usual order. */
    public static Map<String, String> names() {
        return NAMES;
    }

    /** The code of a list, or empty for any other text. */
    public static String known(String code) {
        return NAMES.containsKey(code) ? code : "";
    }

    /** Typed codes without repetition; empty when one is not of the list, or when there are too many. */
    public static Optional<List<String>> parse(String typed) {
        List<String> codes = Stream.of(typed.toUpperCase(Locale.ROOT).split("[\\s\u00a0\u202f,;/]+"))
                .filter(code -> !code.isEmpty())
                .map(code -> code.matches("[1-9]") ? "0" + code : code)
                .distinct()
                .toList();
        return codes.size() <= MOST && NAMES.keySet().containsAll(codes) ? Optional.of(codes) : Optional.empty();
    }

    /** The code that the postcode of a town tells; empty without a postcode. */
    public static String ofTown(String town) {
        Matcher postcode = POSTCODE.matcher(town);
        if (!postcode.find()) {
            return "";
        }
        String code = postcode.group(1);
        if (code.startsWith("20")) {
            // Corse-du-Sud has 200 and 201.
            return code.charAt(2) < '2' ? "2A" : "2B";
        }
        return known(code.substring(0, code.startsWith("97") || code.startsWith("98") ? 3 : 2));
    }

    /** What a form writes of them: the typed codes, those of the town where none is typed; as typed when one is wrong. */
    public static String written(String typed, String town) {
        return parse(typed)
                .map(codes -> codes.isEmpty() ? ofTown(town) : String.join(", ", codes))
                .orElse(typed);
    }

    /** Codes as a form writes them. */
    public static List<String> read(String written) {
        return written.isEmpty() ? List.of() : List.of(written.split(", "));
    }
}

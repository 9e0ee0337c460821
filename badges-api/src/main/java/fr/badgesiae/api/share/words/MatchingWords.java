package fr.badgesiae.api.share.words;

import fr.badgesiae.api.platform.Vault;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Two words that a share link's page and its holder's space show in the same minute. They prove that both screens belong
 * together where a badge bears no name. Nobody is asked for a PIN.
 */
public final class MatchingWords {
    private static final List<String> WORDS = List.of(
            "arbre",
            "avion",
            "balle",
            "banane",
            "banc",
            "barque",
            "bateau",
            "bonnet",
            "botte",
            "bouton",
            "brosse",
            "camion",
            "carotte",
            "carte",
            "cerise",
            "chaise",
            "chapeau",
            "chat",
            "cheval",
            "chien",
            "citron",
            "cloche",
            "clou",
            "coq",
            "corde",
            "coton",
            "crayon",
            "disque",
            "domino",
            "drapeau",
            "escargot",
            "farine",
            "fleur",
            "fourmi",
            "fraise",
            "fromage",
            "gant",
            "gare",
            "girafe",
            "gomme",
            "guitare",
            "herbe",
            "hibou",
            "horloge",
            "jardin",
            "journal",
            "jupe",
            "lampe",
            "lapin",
            "lettre",
            "lion",
            "lune",
            "maison",
            "marteau",
            "melon",
            "miroir",
            "montagne",
            "mouton",
            "nuage",
            "oiseau",
            "olive",
            "orange",
            "ours",
            "panier",
            "papier",
            "pelle",
            "phare",
            "piano",
            "plage",
            "plume",
            "poire",
            "poisson",
            "pomme",
            "pont",
            "porte",
            "poule",
            "prune",
            "radio",
            "raisin",
            "renard",
            "rideau",
            "robe",
            "roue",
            "ruban",
            "sable",
            "sapin",
            "savon",
            "seau",
            "singe",
            "soleil",
            "soupe",
            "stylo",
            "sucre",
            "table",
            "tambour",
            "tasse",
            "tigre",
            "tomate",
            "tortue",
            "tracteur",
            "train",
            "tulipe",
            "vache",
            "valise",
            "vase",
            "violon",
            "voile",
            "voiture",
            "zèbre");

    private final Vault vault;
    private final Clock clock;

    public MatchingWords(Vault vault, Clock clock) {
        this.vault = vault;
        this.clock = clock;
    }

    /** The two words of this minute, such as {@code lune – tracteur}; the same in every language. */
    public String now(UUID shareLink) {
        return at(shareLink, clock.instant());
    }

    public String at(UUID shareLink, Instant moment) {
        byte[] drawn = vault.lookup("matching-words|" + shareLink, Long.toString(moment.getEpochSecond() / 60));
        return word(drawn, 0) + " – " + word(drawn, 4);
    }

    private static String word(byte[] drawn, int from) {
        int number = (drawn[from] & 0x7f) << 16 | (drawn[from + 1] & 0xff) << 8 | (drawn[from + 2] & 0xff);
        return WORDS.get(number % WORDS.size());
    }
}

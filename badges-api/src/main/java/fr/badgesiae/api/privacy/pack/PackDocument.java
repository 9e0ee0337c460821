package fr.badgesiae.api.privacy.pack;

import java.util.Locale;

/** The texts, each a file of this name beside the messages of privacy. */
public enum PackDocument {
    /** RGPD, article 30. */
    REGISTER,
    /** RGPD, article 35. */
    IMPACT,
    /** Code du travail, article L. 2312-38. */
    CSE,
    /** RGPD, article 15; about one person. */
    ANSWER;

    /** Its name in addresses and messages, and of its file. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

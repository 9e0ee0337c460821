package fr.badgesiae.api.achievement.content;

/** Level of mastery, with its signed labels. */
public enum Level {
    PRACTISES("je-pratique", "Je pratique", "I practise"),
    MASTERS("je-maitrise", "Je maîtrise", "I master");

    private final String fragment;
    private final String french;
    private final String english;

    Level(String fragment, String french, String english) {
        this.fragment = fragment;
        this.french = french;
        this.english = english;
    }

    /** The URL fragment of the level's id, stable within an achievement version. */
    public String fragment() {
        return fragment;
    }

    /** The label in the badge's language: French unless it is {@code en}. */
    public String words(String language) {
        return "en".equals(language) ? english : french;
    }
}

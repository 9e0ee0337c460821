package fr.badgesiae.api.achievement.content;

/** How far, in the words that are signed. */
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

    /** The part after {@code #} of the level's stable id under its achievement version. */
    public String fragment() {
        return fragment;
    }

    /** The words in the badge's own language: French unless it is {@code en}. */
    public String words(String language) {
        return "en".equals(language) ? english : french;
    }
}

package fr.badgesiae.api.achievement.content;

/** Category of a badge, with its signed {@code achievementType} (Open Badges 3.0, B.1.4). */
public enum Category {
    SOFT_SKILL("Competency"),
    TECHNICAL("Competency"),
    ENGAGEMENT("CommunityService"),
    PARTICIPATION("Badge"),
    ROLE("ext:Role"),
    ASPIRATION("ext:Aspiration"),
    KEY_BADGE("ext:KeyBadge");

    private final String achievementType;

    Category(String achievementType) {
        this.achievementType = achievementType;
    }

    public String achievementType() {
        return achievementType;
    }
}

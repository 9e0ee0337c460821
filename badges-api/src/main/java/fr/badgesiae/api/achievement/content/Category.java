package fr.badgesiae.api.achievement.content;

/** What kind of thing a badge recognises, and the {@code achievementType} (Open Badges 3.0, B.1.4) it is signed as. */
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

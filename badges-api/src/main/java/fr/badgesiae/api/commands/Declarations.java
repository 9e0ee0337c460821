package fr.badgesiae.api.commands;

import fr.badgesiae.api.home.Declaration;
import fr.badgesiae.api.platform.StartRefused;

/** Says which key of the declaration of accessibility cannot stand, and what to write. */
final class Declarations {
    private Declarations() {}

    static void check(Declaration declaration, ConfigurationProblems problems) {
        for (Declaration.Unfit unfit : declaration.unfit()) {
            problems.collect(() -> {
                throw refused(declaration, unfit);
            });
        }
    }

    private static StartRefused refused(Declaration declaration, Declaration.Unfit unfit) {
        return switch (unfit) {
            case RGAA ->
                new StartRefused(
                        "notices.accessibility.rgaa (BADGES_RGAA_VERSION) est un numéro de version, comme 4.1.2, et non : "
                                + declaration.rgaa(),
                        "notices.accessibility.rgaa (BADGES_RGAA_VERSION) is the number of a version, such as 4.1.2,"
                                + " and not: " + declaration.rgaa());
            case CONFORMITY ->
                new StartRefused(
                        "notices.accessibility.conformity (BADGES_RGAA_CONFORMITY) est NONE, PARTIAL ou FULL, et non : "
                                + declaration.conformity(),
                        "notices.accessibility.conformity (BADGES_RGAA_CONFORMITY) is NONE, PARTIAL or FULL, and not: "
                                + declaration.conformity());
            case ASSESSMENT ->
                new StartRefused(
                        "notices.accessibility.assessment (BADGES_RGAA_ASSESSMENT) est SELF ou AUDIT, et non : "
                                + declaration.assessment(),
                        "notices.accessibility.assessment (BADGES_RGAA_ASSESSMENT) is SELF or AUDIT, and not: "
                                + declaration.assessment());
            case ASSESSED_ON -> noDay("assessedOn (BADGES_RGAA_ASSESSED_ON)", declaration.assessedOn());
            case DECLARED_ON -> noDay("declaredOn (BADGES_RGAA_DECLARED_ON)", declaration.declaredOn());
            case UNDATED ->
                new StartRefused(
                        "Un audit, ou une conformité PARTIAL ou FULL, a une date : écrivez-la dans notices.accessibility.assessedOn (BADGES_RGAA_ASSESSED_ON), ou déclarez NONE et SELF.",
                        "An audit, or a conformity PARTIAL or FULL, has a date: write it in"
                                + " notices.accessibility.assessedOn (BADGES_RGAA_ASSESSED_ON), or declare NONE and"
                                + " SELF.");
            case EARLY ->
                new StartRefused(
                        "La déclaration, notices.accessibility.declaredOn (BADGES_RGAA_DECLARED_ON), ne peut pas précéder l’évaluation, notices.accessibility.assessedOn (BADGES_RGAA_ASSESSED_ON).",
                        "The declaration, notices.accessibility.declaredOn (BADGES_RGAA_DECLARED_ON), cannot be earlier"
                                + " than the assessment, notices.accessibility.assessedOn (BADGES_RGAA_ASSESSED_ON).");
            case CONTACT ->
                new StartRefused(
                        "notices.accessibility.contact (BADGES_ACCESSIBILITY_CONTACT) est une adresse e-mail ou une adresse https://…, et non : "
                                + declaration.contact(),
                        "notices.accessibility.contact (BADGES_ACCESSIBILITY_CONTACT) is an e-mail address or an"
                                + " https://… address, and not: " + declaration.contact());
        };
    }

    private static StartRefused noDay(String key, String written) {
        return new StartRefused(
                "notices.accessibility." + key + " est un jour, comme 2026-11-02, et non : " + written,
                "notices.accessibility." + key + " is a day, such as 2026-11-02, and not: " + written);
    }
}

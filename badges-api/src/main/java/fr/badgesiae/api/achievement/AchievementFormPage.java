package fr.badgesiae.api.achievement;

import fr.badgesiae.api.platform.html.Errors;

/**
 * The form of a new or an existing badge.
 *
 * @param id null for a new badge
 * @param revision the one the form was filled from
 */
public record AchievementFormPage(String id, int revision, AchievementForm form, Errors errors) {}

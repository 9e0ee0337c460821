package fr.badgesiae.api.achievement;

import fr.badgesiae.api.achievement.content.AchievementContent;
import fr.badgesiae.api.platform.html.Errors;

/**
 * One badge at the desk.
 *
 * @param versions how many versions were published
 * @param published whether the newest version says and shows the same
 * @param ownImage whether an image was uploaded
 * @param errors of the image form
 * @param publicPath of the newest version, or null
 */
public record AchievementPage(
        String id,
        String state,
        AchievementContent content,
        int versions,
        boolean published,
        boolean ownImage,
        Errors errors,
        String publicPath) {}

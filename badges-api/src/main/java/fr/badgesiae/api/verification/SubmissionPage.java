package fr.badgesiae.api.verification;

import fr.badgesiae.api.platform.html.Errors;

/**
 * Where anything can be brought to be judged.
 *
 * @param pasted what was pasted before, or null
 * @param errors why it led nowhere
 */
public record SubmissionPage(String pasted, Errors errors) {}

package fr.badgesiae.api.pathway;

import fr.badgesiae.api.platform.html.Errors;
import fr.badgesiae.api.worker.Worker;

/**
 * The form of a new or an existing pathway.
 *
 * @param id null for a new pathway
 * @param hasPassIae whether a number is stored, which an empty field keeps
 */
public record PathwayFormPage(Worker worker, String id, boolean hasPassIae, PathwayForm form, Errors errors) {}

package fr.badgesiae.api.worker;

import fr.badgesiae.api.platform.html.Errors;

/**
 * The form of a new or an existing worker.
 *
 * @param id null for a new worker
 */
public record WorkerFormPage(String id, WorkerForm form, Errors errors) {}

package fr.badgesiae.api.worker;

/** One worker at the desk. */
public record WorkerPage(Worker worker) {}

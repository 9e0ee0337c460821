package fr.badgesiae.api.platform.html;

/** The record of a page that is shown in the added languages too, where the installation offers any. */
public interface Translated {}

package fr.badgesiae.api.platform.form;

/** What is kept of a form. */
public enum FormAnswerKind {
    /** Its first sending is not answered yet. */
    RUNNING,
    /** The address that its first sending led to. */
    ADDRESS,
    /** The page that answered it. */
    PAGE,
    /** The form itself: its session was over. */
    FORM
}

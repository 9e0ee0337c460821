/**
 * What forms lead to: pages that answer them are kept for a while, a form sent twice counts once, and a form of an ended
 * session waits for its owner. Knows no feature. Start reading at {@link fr.badgesiae.api.platform.form.FormAnswerFilter}.
 */
package fr.badgesiae.api.platform.form;

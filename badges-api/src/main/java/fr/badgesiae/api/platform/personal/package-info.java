/**
 * Personal data: how long they are kept. Start reading at {@link fr.badgesiae.api.platform.personal.Retention}.
 */
package fr.badgesiae.api.platform.personal;

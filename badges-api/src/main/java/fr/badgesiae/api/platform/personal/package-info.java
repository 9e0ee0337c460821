/**
 * Personal data: how long they are kept, and how each feature erases and exports its part of them. Start reading at {@link
 * fr.badgesiae.api.platform.personal.PersonalData}.
 */
package fr.badgesiae.api.platform.personal;

/** The feature's part of the personal data. Start at {@link fr.badgesiae.api.observation.personal.ObservationPersonalData}. */
package fr.badgesiae.api.observation.personal;

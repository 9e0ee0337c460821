/** The form of a reason that the public reads, and a note. Start reading at {@link fr.badgesiae.api.credential.reason.ReasonForm}. */
package fr.badgesiae.api.credential.reason;

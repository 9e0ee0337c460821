/**
 * Mail and SMS to holders: an outbox in the database, a job that sends, SMTP and an SMS gateway. Off until configured. Knows no
 * feature. Start reading at {@link fr.badgesiae.api.platform.mail.Outbox} and {@link
 * fr.badgesiae.api.platform.mail.SendMessages}.
 */
package fr.badgesiae.api.platform.mail;

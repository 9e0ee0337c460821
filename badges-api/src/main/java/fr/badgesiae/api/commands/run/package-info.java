/**
 * What stands beside a running service: health and metrics on the admin port, work in the background, the wait for a database. Start
 * reading at {@link fr.badgesiae.api.commands.run.Operations}.
 */
package fr.badgesiae.api.commands.run;

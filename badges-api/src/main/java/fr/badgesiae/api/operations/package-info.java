/**
 * What an operator or a service does to keep an installation: backups. Wired by the commands; no feature knows it. Start reading at
 * {@link fr.badgesiae.api.operations.MakeBackup}.
 */
package fr.badgesiae.api.operations;

/**
 * Backups of the database: a ZIP with one COPY for each table, read in one snapshot, encrypted in the age format. It holds no key
 * of the vault. No table of a feature is known by name. Start reading at {@link fr.badgesiae.api.operations.backup.WriteBackup}.
 */
package fr.badgesiae.api.operations.backup;

/**
 * What people were promised about their data: erasure of desk files and spaces, by a page or when their time is over, notices
 * before, export. Each feature erases and exports its own tables. Start reading at {@link fr.badgesiae.api.privacy.EraseDueFiles}.
 */
package fr.badgesiae.api.privacy;

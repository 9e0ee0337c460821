/** Transactions on behalf of somebody, and the database they run on. Start reading at {@link fr.badgesiae.api.platform.db.Database}. */
package fr.badgesiae.api.platform.db;

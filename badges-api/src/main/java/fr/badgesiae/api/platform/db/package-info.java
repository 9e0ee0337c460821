/** Transactions for one organisation or holder, the connection pool, migrations, and the built-in PostgreSQL. Start reading at {@link fr.badgesiae.api.platform.db.Database}. */
package fr.badgesiae.api.platform.db;

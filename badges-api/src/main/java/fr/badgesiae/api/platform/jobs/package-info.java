/** Runs acts at intervals, on one node or on each. Knows no feature. Start reading at {@link fr.badgesiae.api.platform.jobs.Jobs}. */
package fr.badgesiae.api.platform.jobs;

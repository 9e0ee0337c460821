/**
 * What a run consists of: its badge, its people, and the words that each of them is offered. Start reading at
 * {@link fr.badgesiae.api.bulk.content.AwardRun}.
 */
package fr.badgesiae.api.bulk.content;

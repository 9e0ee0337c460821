/**
 * What a desk does for many people at once: the slips of many offers in one print. Start reading at
 * {@link fr.badgesiae.api.bulk.PrintSlips}.
 */
package fr.badgesiae.api.bulk;

/** How the organisations of a network use the service. Start reading at {@link fr.badgesiae.api.statistics.network.ReadAdoption}. */
package fr.badgesiae.api.statistics.network;

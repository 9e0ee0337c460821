/**
 * One link for several badges: its form and its page in the holder's space. What people see behind it is of the share links.
 * Start reading at {@link fr.badgesiae.api.holder.portfolio.MakePortfolio}.
 */
package fr.badgesiae.api.holder.portfolio;

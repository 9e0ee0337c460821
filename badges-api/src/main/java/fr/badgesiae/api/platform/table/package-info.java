/**
 * Tables that people bring and take: CSV, cells of a spreadsheet and XLSX. What is read is bounded; what is written holds no
 * formula. Start reading at {@link fr.badgesiae.api.platform.table.TableReader}.
 */
package fr.badgesiae.api.platform.table;

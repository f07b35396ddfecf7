/** What every database must do, one subclass of the contract for each, on real servers. */
package dev.prakat.database;

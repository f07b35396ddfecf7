package dev.prakat.spi;

/**
 * Where a record stands in the traffic log. Kept beside the business data as a second witness. Immutable.
 *
 * @param origin the name of the log
 * @param index the position of the record, from 0
 * @param leafHash the record's RFC 6962 leaf hash, 64 lower-case hexadecimal digits
 */
public record LogReceipt(String origin, long index, String leafHash) {}

package dev.prakat.item;

/**
 * Why an item may hold personal data of somebody, as the Personal Data Protection Act asks. Never public. Immutable.
 *
 * @param lawfulBasis the section and number, for example {@code s.24(4)}
 * @param purpose what the data is made public for
 * @param dataSubjects whose data it is, for example the winners of a tender
 * @param redacted whether everything that the purpose does not need was taken out
 */
public record PersonalDataStatement(String lawfulBasis, String purpose, String dataSubjects, boolean redacted) {}

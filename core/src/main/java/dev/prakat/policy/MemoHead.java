package dev.prakat.policy;

/**
 * The head of a memorandum that an agency writes its reports under. Immutable. Source: S004-R01
 *
 * @param unit the code of the unit that writes
 * @param section the section within it, in Thai; may be empty
 * @param telephone as printed; may be empty
 * @param letterCode the code that stands before the running number, for example {@code รง 0635/ว}
 * @param urgency the urgency in Thai, for example {@code ด่วนที่สุด}; may be empty
 */
public record MemoHead(String unit, String section, String telephone, String letterCode, String urgency) {}

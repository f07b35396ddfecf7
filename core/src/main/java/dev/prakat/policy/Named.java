package dev.prakat.policy;

/**
 * One entry of a closed list that a policy names: a channel, a kind of conclusion, a section. Immutable.
 *
 * @param id its key within the list
 * @param labelTh its Thai name
 * @param labelEn its English name
 * @param rule the rule that it comes from
 */
public record Named(String id, String labelTh, String labelEn, String rule) {}

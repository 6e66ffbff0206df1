package io.headroom.reports.diagnosis;

/**
 * A cause of trouble that a run shows.
 *
 * @param group the group's name
 * @param cause the cause in a few words, such as {@code two policies fight}
 * @param evidence what in the run shows it, with figures, and what would help, in whole sentences
 */
public record Finding(String group, String cause, String evidence) {}

/**
 * Names the causes of trouble in words: each {@code Detector} looks for one mistake in what a run
 * left behind.
 *
 * <p>Imports the facade and the packages of the core.
 */
@NullMarked
package io.headroom.reports.diagnosis;

import org.jspecify.annotations.NullMarked;

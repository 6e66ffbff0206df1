package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudwatch.AlarmSpec;

/**
 * An alarm of the template.
 *
 * @param source its properties, for messages
 * @param spec what it watches and does
 */
record AlarmDraft(Properties source, AlarmSpec spec) {}

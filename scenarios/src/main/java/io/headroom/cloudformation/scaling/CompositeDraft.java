package io.headroom.cloudformation.scaling;

import io.headroom.cloudformation.resources.Properties;
import io.headroom.cloudwatch.composite.CompositeAlarmSpec;

/**
 * A composite alarm of the template.
 *
 * @param source its properties, for messages
 * @param spec when it is in ALARM and what it does
 */
record CompositeDraft(Properties source, CompositeAlarmSpec spec) {}

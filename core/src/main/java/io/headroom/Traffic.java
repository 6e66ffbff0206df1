package io.headroom;

import io.headroom.workload.RequestProfile;
import io.headroom.workload.Workload;

/**
 * Requests that go to one place.
 *
 * @param to the logical name of a load balancer, of one of its target groups, or of a group
 * @param workload when the requests arrive
 * @param requests what each asks for
 */
public record Traffic(String to, Workload workload, RequestProfile requests) {}

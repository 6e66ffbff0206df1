package io.headroom.ec2;

/** How the vCPUs of an instance divide themselves among the requests that have a worker. */
public enum Discipline {
  /** All requests with a worker advance together, each at rate min(1, vCPUs / requests). */
  PROCESSOR_SHARING,
  /** Each worker serves one request at full rate; the others wait in order of arrival. */
  FIRST_COME_FIRST_SERVED
}

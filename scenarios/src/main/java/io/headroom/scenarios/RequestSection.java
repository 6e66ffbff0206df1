package io.headroom.scenarios;

import io.headroom.sim.Distribution;
import io.headroom.workload.RequestProfile;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads {@code requests: {demand: {lognormal: {mean: 80ms, cv: 1.2}}, timeout: 30s, requestBytes:
 * 1000, responseBytes: 10000}}; everything may be left out, and so may the whole section. The
 * default demand is exponential with a mean of 20 ms.
 */
final class RequestSection {
  private static final RequestProfile DEFAULT =
      RequestProfile.of(Distribution.exponential(Duration.ofMillis(20)));

  private static final Notation<Long> BYTES =
      Notations.WHOLE.where(bytes -> bytes >= 0, "a whole number of bytes, at least 0");

  private RequestSection() {}

  static RequestProfile read(Section workload) {
    Optional<Section> requests = workload.section("requests");
    return requests.map(RequestSection::profile).orElse(DEFAULT);
  }

  private static RequestProfile profile(Section section) {
    return new RequestProfile(
        Laws.read(section, "demand").orElse(DEFAULT.demand()),
        section.positive("timeout", DEFAULT.timeout()),
        section.read("requestBytes", BYTES).orElse(DEFAULT.requestBytes()),
        section.read("responseBytes", BYTES).orElse(DEFAULT.responseBytes()));
  }
}

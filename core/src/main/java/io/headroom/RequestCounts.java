package io.headroom;

/**
 * What became of the requests; {@code arrived = completed + rejected + failed + inFlight} always
 * holds.
 *
 * @param arrived requests that clients sent
 * @param completed answered in time
 * @param rejected refused at once: no target (503), full accept queue (502), full surge queue (503)
 * @param failed given up by the client (460), without answer within the idle timeout (504), or cut
 *     by a termination or an outage (502)
 * @param inFlight still under way when the run ended
 */
public record RequestCounts(
    long arrived, long completed, long rejected, long failed, long inFlight) {
  /** Returns the share of finished requests that were rejected or failed; 0 without requests. */
  public double errorShare() {
    long finished = completed + rejected + failed;
    return finished == 0 ? 0 : (rejected + failed) / (double) finished;
  }
}

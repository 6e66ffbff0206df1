package io.headroom.cloudformation.stack;

import io.headroom.cloudformation.template.Problems;

/**
 * Where in the template something stands, and where to report it.
 *
 * @param line the line of the source, counted from 1
 * @param path the place in dotted form
 * @param problems where problems at this place go
 */
record Site(int line, String path, Problems problems) {

  void error(String message) {
    problems.error(line, path, message);
  }

  void warning(String message) {
    problems.warning(line, path, message);
  }

  void note(String message) {
    problems.note(line, path, message);
  }
}

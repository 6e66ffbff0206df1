package io.headroom.cloudformation.report;

/** What the import made of a property. */
public enum PropertyUse {
  /** The property decides something in the model. */
  USED,
  /** The property is absent, and the model has the service's default. */
  DEFAULTED,
  /** The property was read, and nothing in a simulation depends on it. */
  IGNORED,
  /** The value is one that the template does not give; something stands in for it. */
  UNRESOLVED,
  /** The property means something to the service that this version does not simulate. */
  UNSUPPORTED
}

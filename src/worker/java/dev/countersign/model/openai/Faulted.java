package dev.countersign.model.openai;

import dev.countersign.model.ProviderFault;

/// A call that failed, on its way out through a library that knows only exceptions. Says nothing of
/// what was sent or answered.
class Faulted extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient ProviderFault fault;
  private final transient ErrorBody said;

  Faulted(ProviderFault fault, ErrorBody said) {
    super(fault.kind() + (said.code().isEmpty() ? "" : ": " + said.code()), null, false, true);
    this.fault = fault;
    this.said = said;
  }

  Faulted(ProviderFault fault) {
    this(fault, ErrorBody.NOTHING);
  }

  ProviderFault fault() {
    return fault;
  }

  ErrorBody said() {
    return said;
  }

  /// One that the very next moment may mend, and that the same request may follow.
  static final class Blip extends Faulted {
    private static final long serialVersionUID = 1L;

    Blip(ProviderFault fault) {
      super(fault);
    }
  }
}

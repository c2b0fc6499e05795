package dev.countersign.local;

/// Something that keeps the one-process form from starting or going on, in words for the person at
/// the terminal: what is wrong and what to do.
final class LocalFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String said;

  LocalFault(String said) {
    super(said);
    this.said = said;
  }

  String said() {
    return said;
  }
}

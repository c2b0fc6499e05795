package dev.countersign.model;

/// Why a model stopped writing.
public enum Finish {
  /// It was done.
  STOP,
  /// It wants tools to be used.
  TOOL_CALLS,
  /// It had used up its tokens.
  LENGTH,
  /// The provider's filter cut it off.
  FILTER,
  /// The provider did not say, or said something unknown.
  OTHER
}

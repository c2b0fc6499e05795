package dev.countersign.workflow;

import java.util.Locale;

/// What a step does to the world outside the job; everything from `WRITE` on waits for a person.
public enum EffectClass {
  NONE,
  READ,
  WRITE,
  SPEND,
  CUSTOMER_FACING;

  public boolean consequential() {
    return compareTo(WRITE) >= 0;
  }

  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}

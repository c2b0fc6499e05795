package dev.countersign.store;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Something that is made once, when it is first asked for.
final class Lazy<T> implements Supplier<T> {
  private final Supplier<T> make;
  private @Nullable T made;

  Lazy(Supplier<T> make) {
    this.make = make;
  }

  @Override
  public synchronized T get() {
    var there = made;
    if (there == null) made = there = make.get();
    return there;
  }
}

package dev.countersign.store;

/// Holds something that is one process's alone or goes out of date: a name, a seed, a secret. Made
/// anew when a process is restored from a snapshot, because others are restored from the same one.
public interface Renewable {
  void renew();
}

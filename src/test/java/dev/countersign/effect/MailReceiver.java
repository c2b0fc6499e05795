package dev.countersign.effect;

import java.util.List;

/// Who takes mail in a test, and keeps it.
public interface MailReceiver extends AutoCloseable {
  /// A message that it was handed whole, accepted or not.
  @SuppressWarnings("ArrayRecordComponent")
  record Received(List<String> recipients, byte[] bytes) {}

  int port();

  List<Received> received();

  /// Something that happens between a message's text and the answer to it.
  void whenHandedAMessage(Runnable next);

  @Override
  void close();
}

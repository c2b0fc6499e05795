package dev.countersign.store;

import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// One write that its maker wants done in somebody else's transaction: all of it happens, or none.
public final class Write {
  private final TransactWriteItem item;

  Write(TransactWriteItem item) {
    this.item = item;
  }

  TransactWriteItem item() {
    return item;
  }
}

package dev.countersign.packet.bid.check;

import dev.countersign.packet.bid.Flag;
import java.util.List;

/// One thing that an estimator looks for in a packet.
interface Check {
  /// What it finds, worst first or in the bids' order; empty when all is well.
  List<Flag> flags(Packet packet);
}

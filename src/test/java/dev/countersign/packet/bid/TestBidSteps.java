package dev.countersign.packet.bid;

import dev.countersign.effect.RenderEmail;
import dev.countersign.packet.bid.present.DrawPacket;

/// The bid comparison's steps as production wires them.
public final class TestBidSteps {
  private TestBidSteps() {}

  public static BidComparisonSteps with(RenderEmail render) {
    return new BidComparisonSteps(new DrawPacket(), new ProposeDelivery(render));
  }
}

package dev.countersign.effect;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Whether an address is one of the public internet's (IANA special-purpose registries, RFC 6890).
final class PublicAddress {
  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    return address instanceof Inet4Address
        ? isPublic(address.getAddress())
        : isGlobal(address.getAddress());
  }

  private static boolean isPublic(byte[] a) {
    int first = a[0] & 0xff;
    int second = a[1] & 0xff;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean protocol = first == 192 && second == 0;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    boolean example =
        (first == 198 && second == 51 && a[2] == 100)
            || (first == 203 && second == 0 && a[2] == 113);
    return first != 0
        && first != 127
        && first < 224
        && !shared
        && !protocol
        && !benchmark
        && !example;
  }

  /// 2000::/3, without what stands for another address: Teredo, 6to4; and without documentation.
  private static boolean isGlobal(byte[] a) {
    boolean global = (a[0] & 0xe0) == 0x20;
    boolean teredo = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0 && a[3] == 0;
    boolean sixToFour = a[0] == 0x20 && a[1] == 0x02;
    boolean example = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0d && (a[3] & 0xff) == 0xb8;
    return global && !teredo && !sixToFour && !example;
  }
}

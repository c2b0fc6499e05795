package dev.countersign.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReceiptKeyTest {
  /// RFC 8037, appendix A: the key of RFC 8032's first test, with its thumbprint.
  private static final byte[] SEED =
      HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

  @Test
  void the_public_half_and_the_name_are_those_of_the_rfc() {
    var key = ReceiptKey.of(SEED);

    assertThat(key.published())
        .containsEntry("kty", "OKP")
        .containsEntry("crv", "Ed25519")
        .containsEntry("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo")
        .containsEntry("kid", "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        .doesNotContainKey("d");
    assertThat(key.id()).isEqualTo("kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k");
  }

  @Test
  void the_same_seed_gives_the_same_key_in_every_process() {
    assertThat(ReceiptKey.of(SEED).published()).isEqualTo(ReceiptKey.of(SEED).published());
  }

  @Test
  void a_secret_of_another_length_is_refused() {
    assertThatThrownBy(() -> ReceiptKey.of(new byte[31])).isInstanceOf(RuntimeException.class);
  }
}

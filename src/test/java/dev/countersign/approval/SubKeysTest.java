package dev.countersign.approval;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.junit.jupiter.api.Test;

class SubKeysTest {
  /// RFC 5869, A.3: no salt, no info; the first 32 of its 42 bytes.
  @Test
  void it_is_the_hkdf_of_the_rfc() {
    var secret = HexFormat.of().parseHex("0b".repeat(22));

    assertThat(HexFormat.of().formatHex(new SubKeys(secret).of("")))
        .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d");
  }

  @Test
  void it_is_what_the_jdk_derives() throws GeneralSecurityException {
    var secret = "correct horse battery staple".getBytes(UTF_8);

    for (var use : KeyRing.Use.values())
      assertThat(new SubKeys(secret).of(use).getEncoded()).isEqualTo(derived(secret, use.label()));
  }

  private static byte[] derived(byte[] secret, String info) throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256")
        .deriveData(
            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info.getBytes(UTF_8), 32));
  }
}

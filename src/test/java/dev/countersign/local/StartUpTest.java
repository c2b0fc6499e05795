package dev.countersign.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What keeps the one process from starting is said in words that tell what to do.
class StartUpTest {
  @TempDir Path folder;

  @Test
  void everybody_s_password_is_known_so_only_loopback_is_served() {
    var everywhere = Map.of("QUARKUS_HTTP_HOST", "0.0.0.0");

    assertThatThrownBy(() -> LocalAddress.of(everywhere, new Properties()))
        .hasMessageContaining("loopback only")
        .hasMessageContaining("Unset QUARKUS_HTTP_HOST");
  }

  @Test
  void without_settings_it_is_port_8080_of_this_machine() {
    assertThat(LocalAddress.of(Map.of(), new Properties()))
        .isEqualTo(new LocalAddress("127.0.0.1", 8080));
  }

  @Test
  void a_port_that_is_no_number_is_refused() {
    assertThatThrownBy(() -> LocalAddress.of(Map.of("PORT", "http"), new Properties()))
        .hasMessageContaining("PORT is \"http\"");
  }

  @Test
  void a_taken_port_is_named_with_the_way_out() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var address = new LocalAddress("127.0.0.1", taken.getLocalPort());

      assertThatThrownBy(address::mustBeFree)
          .hasMessageContaining("Port " + taken.getLocalPort())
          .hasMessageContaining("PORT=8090 make run");
    }
  }

  @Test
  void a_data_folder_that_cannot_be_made_is_named_with_the_way_out() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("COUNTERSIGN_DATA");
  }

  @Test
  void keys_are_made_once_and_kept() throws IOException {
    var random = new SecureRandom();
    var first = new LocalKeys(folder, random).settings();

    assertThat(new LocalKeys(folder, random).settings()).isEqualTo(first);
  }
}

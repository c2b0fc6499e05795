package dev.countersign.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.countersign.workflow.Action;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBookTest {
  private static final AddressBook BOOK =
      new AddressBook(
          Optional.of(
              List.of("Client@Example.com", "@partner.example", "https://erp.example.com")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client@example.com",
        "CLIENT@example.com",
        "anybody@partner.example",
        "https://erp.example.com/orders/7"
      })
  void whom_the_operator_lists_is_known(String target) {
    assertThat(BOOK.lists(to(target))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other@example.com",
        "anybody@sub.partner.example",
        "anybody@notpartner.example",
        "@partner.example",
        "eve@evil.example,anybody@partner.example",
        "eve@evil.example <x@partner.example",
        "\"eve@evil.example\"@partner.example",
        "https://evil.example/@partner.example",
        "https://erp.example.com.evil.example/orders",
        "https://erp.example.com@evil.example/"
      })
  void nobody_else_is(String target) {
    assertThat(BOOK.lists(to(target))).isFalse();
  }

  @Test
  void without_a_list_nobody_is_known() {
    assertThat(new AddressBook(Optional.empty()).lists(to("client@example.com"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "@", "a@b@c", "*", "@@example.com"})
  void what_could_be_nobody_is_refused_at_the_start(String entry) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AddressBook(Optional.of(List.of(entry))))
        .withMessageContaining(entry);
  }

  private static Action to(String target) {
    return new Action("email", target, "Hello", "message/rfc822", new byte[0]);
  }
}

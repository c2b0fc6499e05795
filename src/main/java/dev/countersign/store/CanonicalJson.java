package dev.countersign.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import org.erdtman.jcs.JsonCanonicalizer;

/// The one form of a value that is hashed or signed (RFC 8785), so that others can compute the same
/// hash. Amounts in it are decimal strings.
public final class CanonicalJson {

  private CanonicalJson() {}

  /// @param value maps, lists, texts, booleans and whole numbers
  public static String of(Map<String, ?> value) {
    return of(value, new ObjectMapper());
  }

  /// @param value what the mapper writes as maps, lists, texts, booleans and whole numbers
  public static String of(Object value, ObjectMapper json) {
    try {
      return of(json.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + value.getClass(), e);
    }
  }

  public static String of(String json) {
    try {
      return new JsonCanonicalizer(json).getEncodedString();
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }
}

package dev.countersign.model;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import org.eclipse.microprofile.config.spi.Converter;

/// A provider's address; a variable that is set to nothing is as good as none.
@RegisterForReflection
public final class BaseUrl implements Converter<URI> {
  private static final long serialVersionUID = 1L;
  private static final URI OPENAI = URI.create("https://api.openai.com/v1");

  @Override
  public URI convert(String value) {
    return value.isBlank() ? OPENAI : URI.create(value.strip());
  }
}

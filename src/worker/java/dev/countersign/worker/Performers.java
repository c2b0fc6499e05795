package dev.countersign.worker;

import dev.countersign.effect.EffectPerformer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Who performs which kind of effect.
@ApplicationScoped
class Performers {
  private final Map<String, EffectPerformer> byKind;

  Performers(@All List<EffectPerformer> performers) {
    byKind =
        performers.stream().collect(Collectors.toMap(EffectPerformer::kind, Function.identity()));
  }

  Optional<EffectPerformer> of(String kind) {
    return Optional.ofNullable(byKind.get(kind));
  }
}

package dev.countersign.model.openai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.countersign.model.LongAnswer;
import dev.countersign.model.LongProvider;
import dev.countersign.model.ModelConfig;
import dev.countersign.model.ModelRequest;
import dev.countersign.model.ProviderFault;
import dev.countersign.model.trace.CallSpan;
import dev.countersign.model.trace.CallSpans;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Long calls: the background mode of OpenAI's Responses API, which langchain4j does not have.
@ApplicationScoped
class Responses implements LongProvider {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,200}");

  /// What a server without that path, or that method on it, says.
  private static final Set<Integer> NO_SUCH_PATH = Set.of(404, 405, 501);

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final Set<String> BACKGROUND = Set.of("background", "store");

  private final URI base;
  private final Wire wire;
  private final CallSpans spans;
  private final ObjectMapper json = new ObjectMapper();

  Responses(ModelConfig config, Wire wire, CallSpans spans) {
    this.base = URI.create(config.baseUrl().toString().replaceAll("/+$", "") + "/responses");
    this.wire = wire;
    this.spans = spans;
  }

  /// Whether it may stand in an address.
  static boolean isId(String response) {
    return ID.matcher(response).matches();
  }

  /// Not sent again once it may have been taken: each would be a response of its own.
  @Override
  public LongAnswer create(ModelRequest request, Duration limit) {
    return traced(
        spans.create(request),
        () ->
            asked(
                new WireRequest("POST", base, JSON, written(request), false, new TimeLeft(limit)),
                Responses::notCreated));
  }

  @Override
  public LongAnswer retrieve(String response, Duration limit) {
    var address = at(response, "");
    return traced(
        spans.retrieve(response),
        () ->
            asked(
                new WireRequest("GET", address, Map.of(), null, true, new TimeLeft(limit)),
                failure -> notFound(response, failure)));
  }

  /// What cannot be canceled any more is looked at instead.
  @Override
  public LongAnswer cancel(String response, Duration limit) {
    var time = new TimeLeft(limit);
    var address = at(response, "/cancel");
    return traced(
        spans.cancel(response),
        () ->
            asked(
                new WireRequest("POST", address, Map.of(), null, true, time),
                failure -> notCanceled(response, failure, time)));
  }

  private LongAnswer notCanceled(String response, Faulted failure, TimeLeft time) {
    return failure.fault() instanceof ProviderFault.Rejected(var status, var _) && status == 400
        ? retrieve(response, time.now())
        : notFound(response, failure);
  }

  private static LongAnswer traced(CallSpan span, Supplier<LongAnswer> request) {
    try {
      var answer = request.get();
      span.ended(answer);
      return answer;
    } catch (RuntimeException e) {
      span.ended(e);
      throw e;
    }
  }

  private LongAnswer asked(WireRequest request, Function<Faulted, LongAnswer> failed) {
    try {
      return read(wire.ask(request).body());
    } catch (Faulted e) {
      return failed.apply(e);
    }
  }

  private LongAnswer read(String body) {
    try {
      ResponseBody response = json.readValue(body, ResponseBody.class);
      if (response != null) return ReadResponse.of(response);
    } catch (JsonProcessingException _) {
      return noResponse();
    }
    return noResponse();
  }

  private static LongAnswer noResponse() {
    return new LongAnswer.Failed(new ProviderFault.BadAnswer("The answer is no response."));
  }

  private static LongAnswer notCreated(Faulted failure) {
    return failure.fault() instanceof ProviderFault.Rejected(var status, var code)
            && lacksBackground(status, code, failure.said())
        ? new LongAnswer.NoBackground()
        : new LongAnswer.Failed(failure.fault());
  }

  private static boolean lacksBackground(int status, String code, ErrorBody said) {
    return status == 400
        ? BACKGROUND.contains(said.param())
        : NO_SUCH_PATH.contains(status) && !code.equals("model_not_found");
  }

  private static LongAnswer notFound(String response, Faulted failure) {
    return failure.fault() instanceof ProviderFault.Rejected(var status, var _) && status == 404
        ? new LongAnswer.NotKnown(response)
        : new LongAnswer.Failed(failure.fault());
  }

  private URI at(String response, String suffix) {
    if (!isId(response)) throw new IllegalArgumentException("no id of a response");
    return URI.create(base + "/" + response + suffix);
  }

  private @Nullable String written(ModelRequest request) {
    try {
      return json.writeValueAsString(ResponseForm.of(request));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a request cannot be written", e);
    }
  }
}

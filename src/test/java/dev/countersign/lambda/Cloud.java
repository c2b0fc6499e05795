package dev.countersign.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.lambda.template.EventSource;
import dev.countersign.lambda.template.FunctionSpec;
import dev.countersign.lambda.template.Names;
import dev.countersign.lambda.template.Template;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `template.yaml` deployed on this machine: its functions from their packages, its event sources,
/// its resources.
final class Cloud implements AutoCloseable {
  private static final Path LOGS = Path.of("target", "lambda", "logs");

  private final Backend backend;
  private final Wiretap tap = new Wiretap();
  private final FunctionHost host;
  private final Map<String, LambdaFunction> functions = new TreeMap<>();
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final ApiGateway gateway;

  /// @param parameters given to the template
  Cloud(Path template, Map<String, String> parameters) throws IOException {
    backend = new Backend(Template.read(template).with(new Names(parameters, Map.of())));
    host = new FunctionHost(Files.createTempDirectory("lambda"), LOGS, InstantSource.system());
    for (var spec : backend.template().functions()) functions.put(spec.id(), deploy(spec));
    gateway = new ApiGateway(function("Api"), domain());
    functions.values().forEach(this::connectQueues);
  }

  Template template() {
    return backend.template();
  }

  LambdaFunction function(String id) {
    var function = functions.get(id);
    if (function == null) throw new IllegalArgumentException("no function " + id);
    return function;
  }

  /// A new process of a function, from that package.
  FunctionProcess cold(String id, Path code) throws InterruptedException {
    var spec = function(id).spec().from(code.toString());
    return host.start(spec, function(id).more());
  }

  /// Where the API's clients reach it.
  URI api() {
    return gateway.address();
  }

  /// What a link in a mail leads to here: the same path at this machine's address.
  URI reached(String link) {
    return api().resolve(URI.create(link).getRawPath());
  }

  Wiretap tap() {
    return tap;
  }

  SesDouble ses() {
    return backend.ses();
  }

  /// What a function has printed so far.
  String log(String function) throws IOException {
    return Files.readString(host.log(function(function).spec()), UTF_8);
  }

  /// The clock of every function with a schedule goes off once.
  void tick() throws InterruptedException {
    for (var function : functions.values())
      if (!function.spec().events(EventSource.Schedule.class).isEmpty())
        function.invoke(ScheduledEvent.now(InstantSource.system()));
  }

  /// Puts a message on a queue as anybody might.
  void send(String queue, String body) {
    var url = template().names().ref(queue);
    backend.sqs().sendMessage(message -> message.queueUrl(url).messageBody(body));
  }

  @Override
  public void close() {
    gateway.close();
    functions.values().forEach(LambdaFunction::close);
    for (var part : parts) closed(part);
    backend.close();
  }

  private LambdaFunction deploy(FunctionSpec spec) {
    return new LambdaFunction(spec, host, surroundings(spec));
  }

  private Map<String, String> surroundings(FunctionSpec spec) {
    var environment = new HashMap<String, String>();
    environment.put("AWS_REGION", "us-east-1");
    environment.put("AWS_DEFAULT_REGION", "us-east-1");
    environment.putAll(credentials(spec));
    backend
        .endpoints()
        .forEach((service, endpoint) -> {
          var wire = new Wire(spec.id(), service, endpoint, tap);
          parts.add(wire);
          environment.put("AWS_ENDPOINT_URL_" + service, wire.endpoint());
        });
    return environment;
  }

  private Map<String, String> credentials(FunctionSpec spec) {
    var keys = backend.credentials();
    if (!spec.snapStart())
      return Map.of(
          "AWS_ACCESS_KEY_ID", keys.accessKeyId(),
          "AWS_SECRET_ACCESS_KEY", keys.secretAccessKey(),
          "AWS_SESSION_TOKEN", "token");
    var container = new ContainerCredentials(keys.accessKeyId(), keys.secretAccessKey());
    parts.add(container);
    return container.environment();
  }

  private void connectQueues(LambdaFunction function) {
    for (var mapping : function.spec().events(EventSource.Queue.class)) {
      var source = new QueueSource(mapping, urlOf(mapping.arn()), backend.sqs(), function);
      parts.addFirst(source);
      source.start();
    }
  }

  private String urlOf(String arn) {
    var names = template().names();
    return template()
        .idsOf("AWS::SQS::Queue")
        .filter(queue -> names.attribute(queue + ".Arn").equals(arn))
        .map(names::ref)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no queue in the template is " + arn));
  }

  private String domain() {
    return template().names().ref("HttpApi") + ".execute-api.us-east-1.amazonaws.com";
  }

  private static void closed(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}

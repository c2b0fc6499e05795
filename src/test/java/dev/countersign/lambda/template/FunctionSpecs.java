package dev.countersign.lambda.template;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Reads functions from their resources:
/// <https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html>.
final class FunctionSpecs {
  private static final int SAM_TIMEOUT = 3;
  private static final int SAM_MEMORY = 128;
  private static final int LAMBDA_BATCH = 10;
  private static final int LAMBDA_CONCURRENCY = 1000;

  private FunctionSpecs() {}

  static FunctionSpec of(Template.Resource function, Template template) {
    var properties = function.properties();
    return new FunctionSpec(
        function.id(),
        Nodes.text(properties, "CodeUri"),
        Nodes.text(properties, "Handler", "bootstrap"),
        Nodes.text(properties, "Runtime"),
        Nodes.number(properties, "MemorySize", SAM_MEMORY),
        Duration.ofSeconds(Nodes.number(properties, "Timeout", SAM_TIMEOUT)),
        Nodes.map(properties, "SnapStart").containsValue("PublishedVersions"),
        texts(Nodes.map(properties, "Environment", "Variables")),
        events(Nodes.map(properties, "Events")),
        rights(properties, template));
  }

  private static Map<String, String> texts(Map<String, Object> values) {
    var texts = new LinkedHashMap<String, String>();
    values.forEach((name, value) -> texts.put(name, value.toString()));
    return texts;
  }

  private static Map<String, EventSource> events(Map<String, Object> events) {
    var sources = new LinkedHashMap<String, EventSource>();
    events.forEach((name, event) -> sources.put(name, event(Nodes.map(event))));
    return sources;
  }

  private static EventSource event(Map<String, Object> event) {
    var properties = Nodes.map(event, "Properties");
    String type = Nodes.text(event, "Type");
    return switch (type) {
      case "HttpApi" -> route(properties);
      case "SQS" -> queue(properties);
      case "Schedule" -> new EventSource.Schedule(Nodes.text(properties, "Schedule"));
      case "ScheduleV2" -> new EventSource.Schedule(Nodes.text(properties, "ScheduleExpression"));
      default -> throw new IllegalArgumentException("no double for events of type " + type);
    };
  }

  private static EventSource.Route route(Map<String, Object> properties) {
    return new EventSource.Route(
        Nodes.text(properties, "Path", "*"),
        Nodes.text(properties, "Method", "ANY").toUpperCase(Locale.ROOT));
  }

  private static EventSource.Queue queue(Map<String, Object> properties) {
    return new EventSource.Queue(
        Nodes.text(properties, "Queue"),
        Nodes.number(properties, "BatchSize", LAMBDA_BATCH),
        Nodes.texts(properties.get("FunctionResponseTypes")).contains("ReportBatchItemFailures"),
        Nodes.number(
            Nodes.map(properties, "ScalingConfig"), "MaximumConcurrency", LAMBDA_CONCURRENCY));
  }

  /// From the function's own `Policies`, or those of the role that it names.
  private static List<Statement> rights(Map<String, Object> properties, Template template) {
    var role = properties.get("Role");
    var documents =
        role == null
            ? Nodes.list(properties.get("Policies")).stream().filter(Map.class::isInstance)
            : ofRole(role.toString(), template);
    return documents
        .flatMap(document -> Nodes.list(Nodes.map(document).get("Statement")).stream())
        .map(statement -> statement(Nodes.map(statement)))
        .toList();
  }

  private static Stream<Object> ofRole(String arn, Template template) {
    String id =
        template
            .idsOf("AWS::IAM::Role")
            .filter(role -> arn.equals(template.names().attribute(role + ".Arn")))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no role in the template is " + arn));
    var own = Nodes.list(template.resource(id).properties().get("Policies")).stream();
    var joined =
        template
            .idsOf("AWS::IAM::Policy")
            .map(policy -> template.resource(policy).properties())
            .filter(policy -> Nodes.texts(policy.get("Roles")).contains(template.names().ref(id)));
    return Stream.concat(own, joined)
        .map(policy -> Nodes.map(policy).getOrDefault("PolicyDocument", Map.of()));
  }

  private static Statement statement(Map<String, Object> statement) {
    return new Statement(
        Nodes.text(statement, "Effect").equals("Allow"),
        Nodes.texts(statement.get("Action")),
        Nodes.texts(statement.get("Resource")),
        Nodes.map(statement, "Condition"));
  }
}

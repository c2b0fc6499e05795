package dev.countersign.lambda.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A SAM template, and what of it is deployed with given parameters under given names.
public final class Template {
  private static final String FUNCTION = "AWS::Serverless::Function";

  private final Map<String, Object> tree;
  private final Names names;
  private final Intrinsics intrinsics;

  private Template(Map<String, Object> tree, Names names) {
    this.tree = tree;
    this.names = names;
    this.intrinsics =
        new Intrinsics(names, Nodes.map(tree, "Conditions"), Nodes.map(tree, "Mappings"));
  }

  /// With every parameter at its default.
  public static Template read(Path file) {
    try {
      return new Template(CloudFormationYaml.read(Files.readString(file)), pseudo()).defaults();
    } catch (IOException e) {
      throw new UncheckedIOException("No template at " + file, e);
    }
  }

  /// The same template, where these names lead elsewhere too.
  public Template with(Names more) {
    return new Template(tree, names.and(more));
  }

  /// A resource that is deployed.
  ///
  /// @param properties with nothing left to work out
  public record Resource(String id, String type, Map<String, Object> properties) {}

  /// One resource; the names that it mentions have to be known by now.
  public Resource resource(String id) {
    var node = Nodes.map(tree, "Resources", id);
    if (node.isEmpty()) throw new IllegalArgumentException("no resource " + id);
    var own = Nodes.map(intrinsics.value(node.getOrDefault("Properties", Map.of())));
    var type = Nodes.text(node, "Type");
    return new Resource(id, type, type.equals(FUNCTION) ? Nodes.merged(globals(), own) : own);
  }

  /// The logical ids of all resources of that type whose condition holds, in the template's order.
  public Stream<String> idsOf(String type) {
    return ids().filter(id -> Nodes.text(resourceNode(id), "Type").equals(type));
  }

  /// The logical ids of all resources whose condition holds.
  public Stream<String> ids() {
    return Nodes.map(tree, "Resources").keySet().stream().filter(this::deployed);
  }

  public String typeOf(String id) {
    return Nodes.text(resourceNode(id), "Type");
  }

  public FunctionSpec function(String id) {
    return FunctionSpecs.of(resource(id), this);
  }

  public List<FunctionSpec> functions() {
    return idsOf(FUNCTION).map(this::function).toList();
  }

  /// What the names lead to, to be looked up by whoever stands in for the cloud.
  public Names names() {
    return names;
  }

  /// The parameters that have no default, which a deployment asks for.
  public List<String> askedFor() {
    return Nodes.map(tree, "Parameters").entrySet().stream()
        .filter(parameter -> !Nodes.map(parameter.getValue()).containsKey("Default"))
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean deployed(String id) {
    var condition = resourceNode(id).get("Condition");
    return condition == null || intrinsics.holds(condition.toString());
  }

  private Map<String, Object> resourceNode(String id) {
    return Nodes.map(tree, "Resources", id);
  }

  private Map<String, Object> globals() {
    return Nodes.map(intrinsics.value(Nodes.map(tree, "Globals", "Function")));
  }

  private Template defaults() {
    var defaults = new LinkedHashMap<String, String>();
    Nodes.map(tree, "Parameters")
        .forEach((name, node) -> {
          var value = Nodes.map(node).get("Default");
          if (value != null) defaults.put(name, value.toString());
        });
    return with(new Names(defaults, Map.of()));
  }

  private static Names pseudo() {
    return new Names(
        Map.of(
            "AWS::Region", "us-east-1",
            "AWS::AccountId", "000000000000",
            "AWS::Partition", "aws",
            "AWS::URLSuffix", "amazonaws.com",
            "AWS::StackName", "countersign",
            "AWS::StackId", "arn:aws:cloudformation:us-east-1:000000000000:stack/countersign/1"),
        Map.of());
  }
}

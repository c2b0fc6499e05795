package dev.countersign.lambda.template;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// YAML with CloudFormation's short forms, each read as its long form: `!Ref A` is `{Ref: A}`,
/// `!Sub B` is `{Fn::Sub: B}`.
final class CloudFormationYaml extends SafeConstructor {
  private CloudFormationYaml() {
    super(new LoaderOptions());
    yamlMultiConstructors.put("!", new ShortForm());
    yamlConstructors.put(Tag.TIMESTAMP, new AsWritten()); // 2010-09-09 is a version, no date
  }

  static Map<String, Object> read(String text) {
    return Nodes.map(new Yaml(new CloudFormationYaml()).load(text));
  }

  private static final class AsWritten extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      return ((ScalarNode) node).getValue();
    }
  }

  private final class ShortForm extends AbstractConstruct {
    @Override
    public Object construct(Node node) {
      String name = node.getTag().getValue().substring(1);
      Object value = plain(node);
      return switch (name) {
        case "Ref", "Condition" -> Map.of(name, value);
        case "GetAtt" -> Map.of("Fn::GetAtt", attribute(value));
        default -> Map.of("Fn::" + name, value);
      };
    }

    private Object plain(Node node) {
      return switch (node) {
        case ScalarNode scalar -> scalar.getValue();
        case SequenceNode sequence -> constructSequence(sequence);
        case MappingNode mapping -> constructMapping(mapping);
        default -> throw new IllegalArgumentException("no such node in a template: " + node);
      };
    }

    private Object attribute(Object value) {
      return value instanceof String text ? List.of(text.split("\\.", 2)) : value;
    }
  }
}

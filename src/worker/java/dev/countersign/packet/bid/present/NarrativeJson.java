package dev.countersign.packet.bid.present;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.countersign.packet.bid.Narrative;

/// A model's summary in `comparison.json`, each sentence with what it stands on.
final class NarrativeJson {
  private NarrativeJson() {}

  static ObjectNode of(Narrative narrative) {
    ObjectNode node = Json.object().put("written_by", "model").put("model", narrative.model());
    node.set("sentences", Json.array(narrative.sentences(), NarrativeJson::sentence));
    return node.put("left_out", narrative.leftOut());
  }

  private static ObjectNode sentence(Narrative.Sentence sentence) {
    ObjectNode node = Json.object().put("text", sentence.text());
    return node.set("grounds", Json.array(sentence.grounds(), NarrativeJson::ground));
  }

  private static ObjectNode ground(Narrative.Ground ground) {
    ObjectNode node = Json.object().put("fact", ground.fact());
    return node.set("citations", Json.array(ground.citations(), Json::place));
  }
}

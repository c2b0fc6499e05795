package dev.countersign.source;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The wordings by which documents meddle with what is made of them: the comparison, the answer,
/// its order, its recipient, its approval. Bidders and owners write of bids, dates and each other,
/// and hardly ever of these; where they do, the order is given to somebody who is named.
final class MeddlingWords {
  private static final String BIDS =
      "(?:bids?|bidders?|offers?|proposals?|vendors?|suppliers?|quotes|quotations)";
  private static final String OURS =
      "(?:this|our) (?:bid|bidder|proposal|offer|quote|quotation|firm|company|vendor|supplier)";
  private static final String YOURS =
      "your (?:final |own )?(?:answer|summary|narrative|output|comparison|conclusion)s?";

  /// Where an order begins: a sentence, or what follows a sign or a word that leads to one.
  private static final String ORDER =
      "(?:^|[:,!(>\"“-]\\s*|\\bplease |\\balways |\\bthen |\\band )";

  /// @param needs one of these, in small letters, is in it; a cheap look before the dear one
  private record Wording(List<String> needs, Pattern pattern) {
    boolean in(String words, String small) {
      return needs.stream().anyMatch(small::contains) && pattern.matcher(words).find();
    }
  }

  private static final List<Wording> ALL =
      List.of(
          // the order of the bids
          said(
              "prioriti|prefer|favor|favour",
              "\\b(?:prioriti[sz]e|prefer|favou?r)\\b[^.;]{0,40}\\b(?:over|above|against) (?:all|every|any|the) other "
                  + BIDS),
          said("prefer|favor|favour", "\\b(?:prefer|favou?r) " + OURS + "\\b"),
          said(
              "highest|best|perfect|maximum|full|top",
              "\\b(?:give|award|assign) "
                  + OURS
                  + " (?:the |a )?(?:highest|top|best|full|maximum|perfect)\\b"),
          said(
              "score|rate|rank|mark",
              "\\b(?:score|rate|rank|mark) (?:every|all|each|any)(?: of)?(?: the)? (?:others?|competing|remaining)\\b|\\bmark (?:us|"
                  + OURS
                  + ") as\\b"),
          said(
              "first|last|lowest|highest",
              ORDER + "(?:rank|list|put|place) [^.;]{1,40} (?:first|last|lowest|highest)\\s*$"),
          said(
              "disqualif|exclude|eliminat|discard|leave out|remove",
              ORDER
                  + "(?:disqualify|exclude|eliminate|discard|leave out|remove)\\b[^.;]{0,20}\\b(?:(?:all|every|any)(?: the)? )?(?:other|competing|remaining|rival) "
                  + BIDS
                  + "|"
                  + ORDER
                  + "disqualify (?-i:[A-Z])"),
          said(
              "comparison|tabulation|narrative",
              "\\b(?:must|shall|should|(?:is|are|has|have) to) be (?:excluded|removed|left out|struck|deleted|omitted|dropped|disregarded) (?:from|in|of) (?:the |this )?(?:comparison|bid tabulation|narrative)\\b"),
          said(
              "pretend|imagine",
              "\\bpretend (?:that )?(?:you|to be)\\b|\\bimagine (?:that )?you are (?:an?|the)\\b"),
          // amounts and scope
          said(
              "exclusion|missing",
              ORDER
                  + "(?:treat|count|regard|consider|show)\\b[^.;]{0,15}\\b(?:our exclusions?|missing items? (?:of|in) (?:this|our) bid)\\b"),
          said(
              "comparison",
              "\\b(?:counted|treated|read|shown) as (?:zero|nothing|included|free|priced)\\b[^.;]{0,20}\\bin (?:the|this|your) comparison\\b"),
          said(
              "do not|don’t|don't|never",
              "\\b(?:do not|don['’]t|never) (?:level|adjust|correct|normali[sz]e|add allowances to|check) (?:our|this bid)\\b"),
          said(
              "bidder",
              "\\b(?:deleted|removed|struck|waived|not required)\\b[^.;]{0,30}\\bfor (?:all|every|each)(?: other| competing)? bidders? (?:but|except|other than)\\b"),
          said(
              "the scope|stop reading|read no",
              "\\b(?:forget|ignore) the scope\\b(?! (?:letter|sheet|drawing))|\\bstop reading\\b|\\bread no further\\b"),
          // what is to be said
          said(
              "comparison|tabulation|client",
              "\\b(?:the|this|your|any|every) (?:comparison|bid tabulation|client['’]?s? (?:summary|narrative))\\b[^.;]{0,15}\\b(?:must|shall|should|has to|is to|ought to)(?: not)?(?: only| always)? (?:say|state|read|mention|name|list|show|call|recommend|rank|conclude|begin|start|end|omit|leave)\\b"),
          said(
              "summary|narrative|recommendation|evaluation|answer",
              "\\b(?:the|any|every) (?:summary|narrative|recommendation|evaluation|answer)\\b[^.;]{0,15}\\b(?:must|shall|should|has to|is to) (?:(?:say|state|conclude|mention|read) (?:so|that)\\b|(?:recommend|rank|call|name|list)\\b[^.;]{0,40}\\b(?:as|first|lowest|best|winner)\\b)"),
          said(
              "your ",
              "\\b"
                  + YOURS
                  + " (?:must|should|shall|has to|is to|will|is) (?:be|say|include|contain|state|begin|start|end|only|read|call)\\b"),
          said(
              "your ",
              "\\b(?:in|begin|start|end|open|close)(?: with)? "
                  + YOURS
                  + "\\b[^.;]{0,12}\\b(?:say|write|claim|call|put|with|(?:state|mention) that)\\b"),
          said(
              "make sure",
              ORDER + "make sure (?:that )?(?:the|your) (?:answer|summary|comparison|output)\\b"),
          said(
              "your |client|comparison",
              "\\b(?:include|insert|add|append|write|put|place|copy|paste|mention)\\b[^;]{0,80}\\b(?:in|into|to|on|of) (?:"
                  + YOURS
                  + "|the client['’]?s? summary|the summary for the client|the comparison['’]s)\\b"),
          said(
              "summary|narrative|comparison|answer|packet",
              "\\b(?:write|say|state|mention|note|claim) in (?:the|your) (?:(?:client|final|bid)['’]?s? )*(?:summary|narrative|comparison|answer|packet) that\\b"),
          said(
              "asked|asks|queried",
              "\\b(?:asked|asks|queried)\\b[^.;]{0,60},\\s*(?:please |always |just |simply |you )*(?:answer|say|reply|respond|tell them|report|state)\\b"),
          said(
              " answer",
              "\\b(?:correct|only (?:correct|valid|true)|expected|official) answer\\b[^.;]{0,60}(?:\\bis\\b|:)"),
          said(
              "respond|reply|answer",
              "\\b(?:respond|reply|answer) (?:only|just|always|exactly)(?: only| exactly)? with\\b|\\b(?:respond|answer|reply) with [\"“'‘]"),
          said(
              "repeat after|output|into a",
              "\\brepeat after me\\b|\\boutput (?:only )?the (?:text|words?|string|following)\\b|\\btranslate (?:this|it|the \\w+) into (?:a |an )?(?:command|instruction|action)"),
          said(
              "the user|the reviewer|the reader|the evaluator|the client",
              "(?:^|[:,]\\s*)(?:please )?(?:tell the (?:user|reviewer|reader|evaluator|client)\\b|(?:inform|assure|warn|notify) the (?:user|reviewer|reader|evaluator) that\\b|show the (?:user|reviewer|reader) (?:the|this) (?:message|link|text))"),
          said(
              "cite |use |quote ",
              "\\bcite (?:this|it|that|the following|these words) (?:as|for) (?:the|a|your) (?:quote|citation|source|evidence|proof|total)\\b|\\buse (?:this|it|that) as (?:the|your) (?:quote|citation|evidence)\\b"),
          said(
              " you ",
              "\\b(?:when|once|after|before) you (?:later )?(?:write|draft|compose|generate|produce|summari[sz]e|rank)\\b[^.;]{0,60}\\b(?:begin|start|end|say|state|put|mention|rank|omit|leave|favou?r|recommend|prefer|call|praise)\\b"),
          said(
              " step| turn| task",
              "\\b(?:in|at|during|for) (?:the|a|your) (?:next|later|last|final|following|drafting|narrative) (?:step|turn|task)\\b[^.;]{0,80}\\b(?:recipient|e-?mail|mail|link|address|summary|comparison|narrative|https?)"),
          // to whom
          said(
              "set ",
              "\\bset (?:the )?(?:recipient|delivery address|addressee|deliver_to|send_?to|budget)\\b[^.;]{0,10}\\bto\\b"),
          said(
              "@",
              "\\b(?:change|replace|update|redirect|switch)\\b[^.;]{0,20}\\b(?:recipients?|(?:delivery|e-?mail|target|recipient['’]?s?) address(?:es)?|addressee)\\b[^;]{0,40}@"),
          said(
              "recipient|addressee",
              "\\b(?:recipient|addressee) of (?:this|the) (?:comparison|packet|analysis)\\b|\\bchange the recipient\\b"),
          said(
              "@",
              "\\b(?:reply|respond|write|answer) to \\S+@\\S+ with\\b[^.;]{0,30}\\b(?:comparison|tabulation|analysis|packet|(?:other|all|competing) (?:bids|prices|offers))"),
          said(
              "reveal|disclos|list|print|leak",
              ORDER
                  + "(?:reveal|disclose|list|print|leak)\\b[^.;]{0,10}\\b(?:prices|totals|bids|figures|offers) of (?:the |all |every )?(?:others?|competing|competitors)"),
          said(
              "password|credential|api key|token",
              "\\bask\\b[^.;]{0,30}\\b(?:password|credentials|api keys?|access tokens?)\\b"),
          said(
              "http",
              "\\b(?:curl|wget)\\s+(?:-\\S+\\s+)*[\"']?https?://|\\b(?:fetch|open|visit|load|retrieve|download|read)\\b[^;]{0,20}https?://\\S+ and (?:follow|do|obey|execute|apply|act)\\b"),
          // the gate, and what may be done
          said(
              "reviewer",
              "\\breviewer (?:has|have)(?: already)? (?:approved|signed|released|agreed|accepted)\\b|\\bapproved by the reviewer\\b|\\b(?:submitter|operator|administrator|reviewer) (?:speaking|here)\\s*[:,]"),
          said(
              "submitter|operator|administrator",
              "\\b(?:the|your) (?:submitter|operator|administrator) (?:is )?(?:speaking|here)\\b|\\bas the administrator,? (?:i|we)\\b"),
          said(
              "approval|review",
              "\\b(?:approval|review) (?:step|gate)\\b[^.;]{0,20}\\b(?:disabled|off|skipped|waived)\\b|\\bno (?:human|person|reviewer) (?:needs|has|is needed|is required) to (?:look|review|approve|check|confirm|read)\\b"),
          said(
              "human|person",
              "\\bno (?:human|person) (?:needs|has|is needed|is required) to (?:look|review|approve|check|confirm|read)\\b"),
          said(
              "release|without",
              "\\brelease the award\\b|\\b(?:send|award|publish|release) (?:it|this|everything|the (?:award|comparison|packet|e-?mail|mail))(?: now| at once)?,? without (?:further |any |a )?(?:approval|review|delay|confirmation)"),
          said(
              "permission|you now",
              "\\b(?:grant|give) (?:you )?permission to (?:send|approve|skip|act|pay)\\b|\\byou now have (?:the |a )?(?:new )?(?:tool|access to the tool|permission to (?:send|approve|skip))"),
          said(
              "the tool|the function|plug|raise the",
              "\\b(?:enable|unlock|activate) the (?:tool|function|plug-?in) \\w|\\braise the (?:limit|budget)\\b[^.;]{0,20}\\b(?:turns|tokens|calls|tools|usd)\\b"),
          said(
              "you",
              "\\b(?:you are|you['’]re) (?:required|instructed|ordered|authori[sz]ed) to (?:recommend|rank|prefer|ignore|skip|approve)\\b|\\byou must (?:recommend|rank|prefer|comply with the above)\\b"),
          said(
              "override",
              "\\boverrides? (?:any|all|every|the|your|previous|earlier|prior)(?: other)? (?:rules?|instructions?|guidelines|approvals?|policy|policies)\\b|\\bsystem override\\s*[:!]"),
          said(
              "disregard|forget|ignore|do not|don’t|don't|never",
              "\\b(?:disregard|forget|ignore) (?:what|whatever|all that|everything) (?:you|was|were|has|had|is|came|stands)\\b|\\b(?:do not|don['’]t|never) (?:follow|obey|heed) your (?:\\w+ )?(?:rules|guidelines|instructions?|prompt|policy|policies)\\b"),
          said(
              "bot|agent|engine| ai",
              "\\b(?:evaluator|reviewer|comparison|summary) (?:bot|agent|engine|ai)s?\\b|\\bevaluation (?:bot|ai)s?\\b"),
          said(
              "begin|start|end",
              "\\b(?:begin|start of|end of|end) (?:the )?(?:system|admin\\w*|operator) (?:message|prompt|override)\\b"),
          // links and pictures that carry something away or look like a decision
          said(
              "](",
              "!\\[[^\\]]*\\]\\(\\s*(?:https?:)?//[^)\\s]*[?{$]|\\[[^\\]]*\\b(?:approve|approval|sign ?in|log ?in|complete the review|confirm the award)\\b[^\\]]*\\]\\(\\s*https?://|\\]\\(\\s*https?://[^)]*(?:\\{\\{|\\$\\{|\\$\\()"),
          said(
              "<",
              "<img\\b[^>]*\\bsrc\\s*=\\s*[\"']?(?:https?:)?//[^>]*[?{$]|<a\\b[^>]*\\bhref\\s*=[^>]*>[^<]{0,40}\\b(?:approve|approval|sign ?in|log ?in|complete the review)\\b|<<<\\s?data\\b"),
          said("http", "https?://\\S*(?:\\{\\{|\\$\\(|\\$\\{|%7B%7B)"),
          // talk that never was
          said(
              "assistant|ai:",
              "\\b(?:human|user)\\s*:[^:]{1,200}\\?[^:]{0,40}\\b(?:assistant|ai)\\s*:"),
          said(
              "tool|function_call",
              "[\"'](?:tool|function_call|tool_use|tool_name)[\"']\\s*:\\s*[\"'{\\[]"),
          said("data>", "\\bdata>>>"),
          // other languages
          said(
              "@",
              "\\b(?:vergleich(?:e?s)?|comparaison|comparaci[óo]n|comparativ[ao]|confronto|comparação|vergelijking)\\b[^.;]{0,60}\\S@\\S|(?:porównani\\w+|karşılaştırma\\w*|сравнени\\w+|порівнянн\\w+|比较|比較|對比|对比|비교)[^;。]{0,60}\\S@\\S|\\S@\\S+[^;。]{0,30}(?:比较|比較|對比|对比|비교)"),
          said(
              "regeln|anweisung|vorgaben",
              "\\b(?:vergesst|vergiss|ignoriert)\\b[^.;]{0,50}\\b(?:anweisung\\w*|vorgaben|regeln)\\b"),
          said(
              "angebot",
              "\\b(?:unser|dieses) angebot\\b[^.;]{0,30}\\b(?:erste[srn]?|günstigste[srn]?|beste[srn]?)\\b[^.;]{0,20}\\b(?:auszuweisen|zu werten|einzustufen|zu nennen|aufzuführen)\\b|\\bsetz\\w* (?:uns|unser angebot) auf platz\\b"),
          said(
              "offre",
              "\\b(?:notre|cette) offre (?:doit|devra) être (?:classée|placée|notée|recommandée)\\b"),
          said(
              "oferta",
              "\\b(?:nuestra|esta) oferta debe (?:aparecer|figurar|ser (?:clasificada|recomendada))\\b"),
          said(
              "offerta",
              "\\b(?:la nostra|questa) offerta deve (?:essere|risultare|comparire)\\b[^.;]{0,30}\\b(?:prima|migliore|più bassa)\\b"),
          said(
              "предложени",
              "(?:наш\\w*|эт\\w+) предложени\\w+[^.;]{0,30}(?:перв\\w+ мест|лучш\\w+)"),
          said(
              "第一|首位|一位|トップ|1위|첫",
              "(?:排|列|放)[^。；，]{0,6}(?:第一(?:位|名|$|[。，！])|首位)|(?:一位|首位|トップ)に(?:して|し|表示|置)|(?:1위|첫 번째)로 (?:표시|평가|순위)"));

  private MeddlingWords() {}

  /// @param words without disguise
  static boolean in(String words) {
    var small = words.toLowerCase(Locale.ROOT);
    return ALL.stream().anyMatch(wording -> wording.in(words, small));
  }

  private static Wording said(String needs, String pattern) {
    return new Wording(
        List.of(needs.split("\\|", -1)),
        Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }
}

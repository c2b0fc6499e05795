package dev.countersign.source;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The wordings by which documents try to instruct a machine. Each line names one; what people say
/// to each other in bids, specifications and letters must match none.
final class InstructingWords {
  private static final String MACHINE =
      "(?:ai|a\\.i\\.|llm|language models?|chat ?bots?|(?:ai|virtual|automated) assistants?|automated (?:reader|reviewer|evaluator|evaluation)s?|software agents?)";
  private static final String OURS =
      "(?:us|me|this bid|this proposal|this offer|our bid|our proposal|our offer|this bidder|our (?:firm|company))";

  private static final Pattern ENGLISH =
      Pattern.compile(
          String.join(
              "|",
              // what was said before shall not count
              "\\b(?:ignore|disregard|forget|override)\\b[^.;]{0,40}\\b(?:instructions?|prompts?|rules|guidelines|directions)\\b",
              "\\b(?:ignore|disregard)\\b[^.;]{0,30}\\b(?:other|competing|remaining|all) (?:bids?|proposals?|bidders?|offers?|text)",
              "\\b(?:ignore|disregard|forget)\\b[^.;]{0,15}\\b(?:everything|anything|all)\\b[^.;]{0,25}\\b(?:above|before|previous\\w*|prior|told|said|so far)\\b",
              "\\b(?:new|updated) instructions?\\s*[:!]|\\bhidden instructions?\\b|\\bsystem prompt\\b|\\byour system instructions?\\b",
              "\\byour (?:new|real|actual|true|only) (?:task|instructions?|goal|role|objective|job)\\b",
              "\\b(?:what follows|the following)\\b[^.;]{0,30}\\b(?:is|are|comes?)\\b[^.;]{0,20}\\bfrom (?:the |your )?(?:operator|system|developer|administrator)\\b",
              "\\bend of (?:the )?(?:untrusted|user|quoted) (?:document|data|input|content|text)s?\\b",
              // who is spoken to
              "\\b(?:you are|act as|as|if you are)(?: now)? an? (?:ai|a\\.i\\.|assistant|helpful|language model|automated|machine|computer|bot|llm|chat ?bot)\\b",
              "\\byou are now\\b|\\bfrom now on,? you\\b|\\b(?:developer|god|debug) mode\\b",
              "\\b(?:note|message|instructions?|attention)\\b[^.;]{0,15}\\b(?:to|for)\\b[^.;]{0,15}\\b(?:ai|llm|language model|model|automated|software|algorithm|bot|(?:ai|virtual) assistant|evaluat\\w+|system)s?\\b",
              "\\b"
                  + MACHINE
                  + "\\b[^.;]{0,60}\\b(?:must|should|shall|is to|are to|please|rank|select|recommend|approve|treat|report|rate|score|skip|state|mark|output|respond)\\b",
              "\\b(?:this|the) (?:language model|assistant|summari[sz]er)\\b[^.;]{0,40}\\b(?:must|should|shall|is to|please)\\b[^.;]{0,20}\\b(?:rank|recommend|approve|treat|report|mark|score|rate|output|respond|say|state|send)\\b",
              "\\b(?:this|the|any|every) (?:model|agent|automated (?:system|tool))s?\\b[^.;]{0,20}\\b(?:must|should|shall|is to|please)\\b[^.;]{0,12}\\b(?:rank|recommend|score|prefer|skip|approve|respond)\\b(?! to\\b)",
              // whom to prefer
              "\\b(?:rank|score|rate|list|place|put)\\b[^.;]{0,25}\\b"
                  + OURS
                  + "\\b[^.;]{0,20}\\b(?:first|lowest|highest|top|best|as|number one)",
              "\\b(?:our|this) (?:bid|proposal|offer)\\b[^.;]{0,20}\\b(?:must|shall|should|has to|is to) be (?:ranked|rated|scored|listed|placed|recommended|selected|treated|shown)\\b",
              "\\b(?:approve|accept|recommend|select) (?:this|our) (?:bid|proposal|offer)\\b(?! (?:by|before|within|on or))[^.;]{0,60}\\b(?:and|automatically|immediately|without|send|first|regardless)",
              "\\b(?:recommend|award|select) (?:this|our) (?:bid|firm|company|proposal) (?:regardless|as)\\b|\\bsend (?:the|an) award\\b",
              "\\badd\\b[^.;]{0,30}\\bto\\b[^.;]{0,15}\\b(?:other|competing|competitors?\\S*) (?:bids?|bidders?|offers?|totals?|proposals?)",
              "\\b(?:treat|report|record|overwrite|replace|output)\\b[^.;]{0,40}\\b(?:our|this|their|every other|all other|competing|competitors?['’]s?)\\b[^.;]{0,30}\\b(?:price|total|sum|amount|bid|figure)s?\\b[^.;]{0,15}\\b(?:as|with)\\b[^.;]{0,12}\\d",
              // what not to say
              "\\b(?:do not|don['’]t|never|not)\\b[^.;]{0,20}\\b(?:(?:flag|mention|disclose|tell)\\b[^.;]{0,60}\\b(?:reviewer|reader|user|summary|comparison|exclusions?|discrepanc\\w+|errors?|this)|(?:show|report|list)\\b[^.;]{0,60}\\b(?:reviewer|reader|comparison))\\b",
              "\\bwhen (?:summari[sz]ing|comparing|evaluating|processing|parsing|reading)\\b[^.;]{0,60}\\b(?:omit|ignore|rank|treat)\\b",
              "\\b(?:reveal|print|repeat|output|show)\\b[^.;]{0,20}\\b(?:your|the system|hidden)\\b[^.;]{0,15}\\b(?:prompt|instructions?)",
              // what to do
              "\\bauto-?approve|\\bapprov\\w+\\b[^.;]{0,40}\\bautomatically\\b|\\bautomatically\\b[^.;]{0,15}\\bapprov",
              "\\b(?:skip|bypass)\\b[^.;]{0,25}\\b(?:human|review|approval|reviewer|sign-?off|confirmation|gate)\\b|\\bwithout (?:asking|human|a human)\\b",
              "\\b(?:send|forward|e-?mail|bcc|cc|copy|transmit|deliver|post|upload)\\b[^.;]{0,40}\\b(?:comparison|(?:this|your|the bid) analysis|(?:this|the review) packet|conversation|your answers?|every answer|prompt|(?:other|competing) (?:bids|prices|offers|quotes|documents|files))\\b[^;]{0,60}(?:@|https?://)",
              "\\b(?:post|upload|transmit) (?:the |all |your )?(?:results|output)\\b[^;]{0,40}https?://",
              "\\b(?:call|use|invoke|run|execute)\\b[^.;]{0,20}\\b[a-z]{2,}_[a-z_]{2,}\\b"),
          Pattern.CASE_INSENSITIVE);

  /// What only machines write to machines.
  private static final Pattern MARKUP =
      Pattern.compile(
          String.join(
              "|",
              "</?(?:document|system|instructions?|user|assistant|prompt|tool_result|tool_response|function_results?|function_calls?|tool_call|tool_use|untrusted\\w*|data)>",
              "\\[/?(?:INST|SYSTEM|TOOL\\w*|ASSISTANT)\\]|<</?SYS>>|<\\|\\s?\\w+\\s?\\|>|data>>>|<<<\\s?(?:data|end)",
              "[\"']role[\"']\\s*:\\s*[\"'](?:system|assistant|developer|tool)[\"']|[\"']tool_calls?[\"']\\s*:",
              "#{2,}\\s*(?:system|instructions?|assistant|new task)\\b",
              "(?:^|\\W)(?:system|assistant)\\s*:\\s*(?:you\\b|ignore\\b|the (?:user|reviewer|operator)\\b|new\\b|from now\\b|approv)"),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ELSEWHERE =
      Pattern.compile(
          String.join(
              "|",
              // German
              "\\b(?:ignorier\\w*|missacht\\w*|vergiss|vergessen sie)\\b[^.;]{0,50}\\b(?:anweisung\\w*|vorgaben|instruktion\\w*|regeln|angebote)\\b|\\b(?:sprachmodell\\w*|ki-(?:assistent\\w*|system\\w*|modell\\w*))\\b",
              "\\b(?:reihe|setze|bewerte|stufe|liste)\\w*\\b[^.;]{0,30}\\b(?:uns|unser\\w* angebot|dieses angebot)\\b[^.;]{0,40}\\b(?:erste\\w*|platz|beste\\w*|günstigste\\w*)",
              // French
              "\\b(?:ignore[rz]?|oublie[rz]?)\\b[^.;]{0,50}\\b(?:instructions?|consignes?|règles?|offres?)\\b|\\bmodèles? de langage\\b",
              "\\b(?:classe[rz]?|place[rz]?|mets|mettez)\\b[^.;]{0,30}\\b(?:notre offre|cette offre|nous)\\b[^.;]{0,40}\\b(?:premi\\w+|meilleure?)",
              // Spanish
              "\\b(?:ignor[ae]\\w*|olvid[ae]\\w*)\\b[^.;]{0,50}\\b(?:instrucciones|reglas|indicaciones|ofertas)\\b|\\bmodelos? de lenguaje\\b",
              "\\b(?:clasifi\\w+|coloc\\w+|ponga|apruebe|aprobar)\\b[^.;]{0,30}\\b(?:nuestra|esta) oferta\\b[^.;]{0,40}\\b(?:primer\\w*|mejor|automáticamente)",
              // Italian, Portuguese, Dutch
              "\\b(?:ignora\\w*|dimentica\\w*)\\b[^.;]{0,50}\\b(?:istruzioni|regole|offerte)\\b|\\bmodello linguistico\\b",
              "\\b(?:ignor[ae]\\w*|esqueça\\w*|desconsidere\\w*)\\b[^.;]{0,50}\\b(?:instruções|regras|propostas)\\b|\\bmodelo de linguagem\\b",
              "\\b(?:negeer|vergeet)\\b[^.;]{0,50}\\b(?:instructies|regels|aanwijzingen|offertes)\\b|\\btaalmodel\\b",
              // Polish, Turkish
              "\\b(?:zignoruj|ignoruj|pomiń|zapomnij)\\w*\\b[^.;]{0,50}\\b(?:instrukcj\\w+|poleceni\\w+|zasad\\w*)",
              "\\b(?:talimat|kural)\\w*\\b[^.;]{0,40}(?:yok say|görmezden gel|unut)",
              // Russian, Ukrainian
              "(?:игнорир|забудь|не учитывай|ігнору)\\w*[^.;]{0,50}(?:инструкц|указан|правил|вказівк|інструкц)|языков\\w+ модел",
              // Chinese, Japanese, Korean
              "(?:忽略|无视|無視|忘记|忘記)[^。；.;]{0,20}(?:指令|指示|说明|說明|提示|规则|規則|要求)|(?:语言|語言|言語)模[型式]|大模型",
              "(?:指示|命令|ルール|プロンプト)[^。.;]{0,12}(?:無視|忘れ)|言語モデル",
              "(?:지시|명령|지침)[^.;]{0,12}(?:무시|잊)|언어 ?모델",
              // Arabic, Hebrew, Hindi
              "(?:تجاهل|انس)[^.؛]{0,40}(?:التعليمات|الأوامر|القواعد)|התעלם[^.;]{0,30}(?:הוראות|ההוראות)|निर्देशों[^।.;]{0,30}(?:अनदेखा|भूल)"),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private InstructingWords() {}

  /// @param words without disguise
  static boolean in(String words) {
    return Stream.of(ENGLISH, MARKUP, ELSEWHERE).anyMatch(said -> said.matcher(words).find())
        || MeddlingWords.in(words);
  }
}

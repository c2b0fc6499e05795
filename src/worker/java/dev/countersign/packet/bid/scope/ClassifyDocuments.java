package dev.countersign.packet.bid.scope;

import dev.countersign.packet.bid.scope.DocumentRole.Role;
import dev.countersign.source.Document;
import dev.countersign.source.Gap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells the scope from the bids and both from everything else: what the submitter said first, then
/// the content, then the name.
public final class ClassifyDocuments {
  private static final Pattern SCOPE_NAME =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:scope|sow|itb|ifb|rfp|rfq|tender documents?|bid form|boq|leistung\\w*|schedule of work|invitation)(?:[^a-z]|$)");
  private static final Pattern BID_NAME =
      Pattern.compile(
          "(?i)(?:^|[^a-z])(?:bid|proposal|quote|quotation|estimate|offer|tender)(?:[^a-z]|$)");

  /// @param scopeId the id of the document that the submitter gave as the scope, if any
  public List<DocumentRole> classify(List<Document> documents, @Nullable String scopeId) {
    var signs = new LinkedHashMap<String, DocumentSigns>();
    for (Document document : documents) signs.put(document.id(), DocumentSigns.of(document));
    var scope = scopeId == null ? likeliestScope(documents, signs) : Optional.of(scopeId);
    var roles = new ArrayList<DocumentRole>();
    for (Document document : documents) {
      boolean given = document.id().equals(scopeId);
      boolean found = scope.filter(document.id()::equals).isPresent();
      if (given)
        roles.add(
            new DocumentRole(
                document,
                Role.SCOPE,
                document.readable()
                    ? "given as the scope"
                    : "given as the scope, but " + unread(document)));
      else
        roles.add(
            found
                ? foundScope(document, sign(signs, document))
                : other(document, sign(signs, document)));
    }
    return roles;
  }

  private static DocumentSigns sign(Map<String, DocumentSigns> signs, Document document) {
    var sign = signs.get(document.id());
    return sign == null ? DocumentSigns.of(document) : sign;
  }

  private static Optional<String> likeliestScope(
      List<Document> documents, Map<String, DocumentSigns> signs) {
    return documents.stream()
        .filter(document -> isScope(document, sign(signs, document)))
        .min(
            Comparator.comparingDouble(document ->
                sign(signs, document).bidness()
                    - (SCOPE_NAME.matcher(document.name()).find() ? 2 : 0)))
        .map(Document::id);
  }

  private static boolean isScope(Document document, DocumentSigns sign) {
    if (sign.isAddendum() || !document.readable()) return false;
    boolean named =
        SCOPE_NAME.matcher(document.name()).find() && !BID_NAME.matcher(document.name()).find();
    return sign.couldBeScope()
        || (named && sign.total().isEmpty() && (sign.items() > 0 || sign.asks() > 0));
  }

  private static DocumentRole foundScope(Document document, DocumentSigns sign) {
    var why =
        sign.items() > 0
            ? "lists " + count(sign.items(), "item") + " to be priced and states no total"
            : "sets conditions for bidders and states no total";
    return new DocumentRole(document, Role.SCOPE, why);
  }

  private static DocumentRole other(Document document, DocumentSigns sign) {
    if (!document.readable()) return new DocumentRole(document, Role.OTHER, unread(document));
    if (sign.isAddendum()) return new DocumentRole(document, Role.OTHER, "is an addendum");
    if (sign.couldBeBid()) return new DocumentRole(document, Role.BID, pricedAs(sign));
    boolean named = BID_NAME.matcher(document.name()).find();
    if (named && sign.amounts() > 0 && !sign.couldBeScope())
      return new DocumentRole(
          document, Role.BID, "names amounts, and its file name says that it is a bid");
    if (sign.couldBeScope())
      return new DocumentRole(
          document, Role.OTHER, "reads like a scope, but another document is the scope");
    return new DocumentRole(
        document,
        Role.OTHER,
        sign.amounts() == 0 ? "names no price" : "states neither an offer nor a total");
  }

  private static String pricedAs(DocumentSigns sign) {
    int lines = sign.pricedLines() - (sign.total().isEmpty() ? 0 : 1);
    var priced = lines > 1 ? "prices " + count(lines, "line") : "names a price";
    return priced + (sign.total().isEmpty() ? "" : " and states a total");
  }

  private static String count(int number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static String unread(Document document) {
    var reason = document.gaps().stream().findFirst().map(Gap::reason).orElse("it holds no text");
    return "could not be read: "
        + reason.substring(0, 1).toLowerCase(Locale.ROOT)
        + reason.substring(1);
  }
}

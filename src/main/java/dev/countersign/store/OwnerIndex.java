package dev.countersign.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.countersign.job.Job;
import dev.countersign.job.JobId;
import dev.countersign.store.JobPage.Cursor;
import dev.countersign.store.JobPage.Filter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/// Lists a person's own jobs. There is no list without an owner.
@ApplicationScoped
public class OwnerIndex {
  static final int PAGE = 25;

  /// How many times a page asks the index at most, when a filter drops much.
  private static final int MOST_QUERIES = 8;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final Pattern PLACE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z#(job_[0-9a-f-]{36})");
  private final DynamoTable table;
  private final DynamoJobStore store;

  OwnerIndex(DynamoTable table, DynamoJobStore store) {
    this.table = table;
    this.store = store;
  }

  /// Newest first. The index says which, the table says how they are: a job that has left the
  /// wanted status since is left out.
  public JobPage list(String owner, Filter filter, @Nullable Cursor after) {
    var ids = new ArrayList<JobId>();
    var place = Optional.ofNullable(after).map(c -> key(owner, c));
    for (int asked = 0; asked == 0 || (place.isPresent() && asked < MOST_QUERIES); asked++) {
      var answer = query(owner, filter, place, PAGE - ids.size());
      answer.items().forEach(item -> ids.add(StoredJob.id(item)));
      place =
          answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty()
              ? Optional.of(answer.lastEvaluatedKey())
              : Optional.empty();
      if (ids.size() >= PAGE) break;
    }
    return new JobPage(wanted(store.all(ids), filter), place.map(OwnerIndex::cursor).orElse(null));
  }

  private static List<Job> wanted(List<Job> jobs, Filter filter) {
    return jobs.stream()
        .filter(job -> filter.status() == null || job.state().status().equals(filter.status()))
        .toList();
  }

  private QueryResponse query(
      String owner, Filter filter, Optional<Map<String, AttributeValue>> place, int most) {
    var values = new HashMap<String, AttributeValue>();
    values.put(":owner", Attr.text(owner));
    var since = filter.since();
    if (since != null) values.put(":since", Attr.text(TIME.format(since)));
    var conditions = new ArrayList<String>();
    var names = new HashMap<String, String>();
    also("status", filter.status(), conditions, names, values);
    also("workflow", filter.workflow(), conditions, names, values);
    return table.query(q -> {
      q.indexName("owner").scanIndexForward(false).limit(most);
      q.keyConditionExpression(
          since == null ? "ownerPk = :owner" : "ownerPk = :owner AND ownerSk >= :since");
      q.expressionAttributeValues(values);
      if (!conditions.isEmpty())
        q.filterExpression(String.join(" AND ", conditions)).expressionAttributeNames(names);
      place.ifPresent(q::exclusiveStartKey);
    });
  }

  private static void also(
      String name,
      @Nullable String value,
      List<String> conditions,
      Map<String, String> names,
      Map<String, AttributeValue> values) {
    if (value == null) return;
    conditions.add("#%s = :%s".formatted(name, name));
    names.put("#" + name, name);
    values.put(":" + name, Attr.text(value));
  }

  /// Where a job stands among its owner's: by time, and by id within a millisecond.
  static String place(Job job) {
    return at(job.submittedAt()) + "#" + job.id();
  }

  private static String at(Instant time) {
    return TIME.format(time);
  }

  static boolean isPlace(Cursor cursor) {
    try {
      return PLACE.matcher(decoded(cursor)).matches();
    } catch (IllegalArgumentException e) {
      return false; // not even base64
    }
  }

  private static Cursor cursor(Map<String, AttributeValue> key) {
    var place = Attr.text(key, "ownerSk");
    return new Cursor(
        Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(UTF_8)));
  }

  private static Map<String, AttributeValue> key(String owner, Cursor cursor) {
    var place = decoded(cursor);
    var id = PLACE.matcher(place);
    if (!id.matches()) throw new IllegalArgumentException("not a place in a list");
    return Map.of(
        "pk", Attr.text(id.group(1)),
        "sk", Attr.text(Keys.JOB),
        "ownerPk", Attr.text(owner),
        "ownerSk", Attr.text(place));
  }

  private static String decoded(Cursor cursor) {
    return new String(Base64.getUrlDecoder().decode(cursor.token()), UTF_8);
  }
}

package dev.countersign.http;

import dev.countersign.job.Contract;
import dev.countersign.job.Job;
import dev.countersign.job.Raise;
import dev.countersign.job.Spending;
import dev.countersign.store.Balance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a job may take at most, and what each breach leads to.
///
/// @param words the same in sentences
/// @param money absent where a job's was not agreed
/// @param asks what a job that has stopped asks a person for
@RegisterForReflection
@Wire
public record ContractView(
    List<String> words,
    TimeView time,
    AttemptsView attempts,
    @Nullable MoneyView money,
    @Nullable AsksView asks) {

  /// @param deadline of a job; absent in a workflow
  /// @param then `stops`
  @RegisterForReflection
  @Wire
  public record TimeView(long mostSeconds, @Nullable Instant deadline, String then) {}

  /// @param most failures of one step at which it is given up
  /// @param then `stops`
  @RegisterForReflection
  @Wire
  public record AttemptsView(int most, String then) {}

  /// Amounts are decimal strings.
  ///
  /// @param limit up to which a person may raise `most`
  /// @param then `stops`, `rules` or `asks`
  /// @param held for calls that are not over
  /// @param left neither spent nor held
  @RegisterForReflection
  @Wire
  public record MoneyView(
      String currency,
      String most,
      String limit,
      String then,
      @Nullable String spent,
      @Nullable String held,
      @Nullable String left) {}

  /// @param who may say so
  /// @param budget that would let it go on
  /// @param limit up to which they may say
  /// @param post where to send `{"budget": "..."}`
  @RegisterForReflection
  @Wire
  public record AsksView(String who, String budget, String limit, String post) {}

  /// Before there is a job.
  public static ContractView of(Contract contract) {
    return view(contract, null, money(contract, null), null);
  }

  /// @param balance of the job's budget; null where nobody has looked, or nothing was reserved yet
  /// @param looked whether somebody has
  static ContractView of(Job job, @Nullable Balance balance, boolean looked) {
    var contract = Contract.of(job.plan());
    var terms = contract.spending();
    var stands =
        looked && terms != null && balance == null ? Balance.untouched(terms.most()) : balance;
    return view(contract, job.deadline(), money(contract, stands), asks(job));
  }

  private static ContractView view(
      Contract contract,
      @Nullable Instant deadline,
      @Nullable MoneyView money,
      @Nullable AsksView asks) {
    var late = lower(contract.whenLate());
    return new ContractView(
        contract.sentences(),
        new TimeView(contract.time().toSeconds(), deadline, late),
        new AttemptsView(contract.attempts(), late),
        money,
        asks);
  }

  private static @Nullable MoneyView money(Contract contract, @Nullable Balance balance) {
    var terms = contract.spending();
    if (terms == null) return null;
    return new MoneyView(
        "USD",
        usd(terms.most()),
        usd(terms.limit()),
        lower(contract.whenOutOfMoney()),
        balance == null ? null : usd(balance.spent()),
        balance == null ? null : usd(balance.held()),
        balance == null ? null : usd(left(terms, balance)));
  }

  /// By the contract: a budget that was raised takes that over when it is next paid from.
  private static BigDecimal left(Spending terms, Balance balance) {
    return terms.most().subtract(balance.spent()).subtract(balance.held());
  }

  private static @Nullable AsksView asks(Job job) {
    return Raise.askedBy(job)
        .map(raise ->
            new AsksView(
                "its submitter or an operator",
                usd(raise.to()),
                usd(raise.limit()),
                "/jobs/" + job.id() + "/retry"))
        .orElse(null);
  }

  private static String usd(BigDecimal amount) {
    return Spending.decimal(amount);
  }

  private static String lower(Contract.Then then) {
    return then.name().toLowerCase(Locale.ROOT);
  }
}

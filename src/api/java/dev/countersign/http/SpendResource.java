package dev.countersign.http;

import dev.countersign.signin.Roles;
import dev.countersign.store.Money;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/// `/spend`: what the caller's jobs have spent on models, by month.
@Path("/spend")
@RolesAllowed({Roles.SUBMITTER, Roles.OPERATOR, Roles.KEY_READ})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SpendResource {
  private final Money money;
  private final Caller caller;

  SpendResource(Money money, Caller caller) {
    this.money = money;
    this.caller = caller;
  }

  @RegisterForReflection
  @Wire
  public record SpendList(List<MonthView> months) {}

  /// @param month `2026-03`
  /// @param held for calls that are not over
  @RegisterForReflection
  @Wire
  public record MonthView(String month, String spent, String held, String most) {}

  /// The caller's own, the latest month first.
  @GET
  public SpendList spend() {
    return new SpendList(
        money.ofOwner(caller.address()).entrySet().stream()
            .map(month ->
                new MonthView(
                    month.getKey().toString(),
                    CallViews.usd(month.getValue().spent()),
                    CallViews.usd(month.getValue().held()),
                    CallViews.usd(month.getValue().most())))
            .toList());
  }
}

package io.headroom.reports;

import io.headroom.Cost;
import io.headroom.SimulationResult;
import io.headroom.ec2.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What the run costs, by kind and for each million of completed requests. */
final class CostSection {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  private CostSection() {}

  static void add(Page page, SimulationResult result) {
    Cost cost = result.cost();
    List<Line> pieces = new ArrayList<>();
    pieces.add(new Line().add(Ink.STRONG, Figures.money(cost.total())));
    pieces.add(piece("compute", cost.compute()));
    pieces.add(piece("storage", cost.storage()));
    pieces.add(piece("load balancer", cost.loadBalancer()));
    pieces.add(piece("monitoring", cost.monitoring()));
    long completed = result.requests().completed();
    if (completed > 0) {
      BigDecimal each =
          cost.total()
              .toUsd()
              .multiply(MILLION)
              .divide(BigDecimal.valueOf(completed), MathContext.DECIMAL64);
      pieces.add(Line.of(Figures.money(each) + " per million requests"));
    }
    page.blank();
    page.flow("Cost", pieces);
  }

  private static Line piece(String name, Money amount) {
    return new Line().add(Ink.FAINT, name + " ").add(Figures.money(amount));
  }
}

import AbsorbingSets
import Audits
import Publishing
import Survival

/// The tables of an audit.
struct AuditTables {
  private let report: AuditReport

  init(_ report: AuditReport) {
    self.report = report
  }

  /// How many chains there were to look at.
  var chains: Table {
    Table(
      "audit-chains", title: "Chains",
      columns: [
        TableColumn("arm"), .words("name"), TableColumn("chains"), TableColumn("held"),
        TableColumn("entered"),
        TableColumn("horizon"),
        TableColumn("window"), TableColumn("visited"), TableColumn("outside"), TableColumn("depth"),
        TableColumn("words"),
      ],
      rows: report.arms.map { arm in
        let (plan, result) = (arm.audit.plan, arm.result)
        let visited = result.groups.filter { $0.kind == .visited }.points
        let words = AuditPlan.words(
          entries: arm.audit.law.problem.entries.count, length: plan.depth)
        return [
          .count(arm.index), .text(arm.name), .count(plan.chains), .count(arm.audit.held),
          .count(result.entered),
          .count(plan.horizon),
          .count(plan.window), .count(visited), .count(result.outside), .count(plan.depth),
          words.map { .count($0) } ?? .missing(),
        ]
      },
      notes: [
        "held: chains that are narrow, or were compressed to hidden width min(d_in, d_out). entered: those of them seen inside within the horizon. "
          + "visited, outside: points at drawn steps, up to window steps after the entry, that found their chain inside, and outside again. "
          + "words: N^depth, the most words of one length at a point."
      ])
  }

  /// The points that were searched, by kind and phase.
  func audit() throws -> Table {
    Table(
      "audit", title: "Points from which an exit exists",
      columns: [
        TableColumn("arm"), .words("kind", heading: "points"), TableColumn("eta"),
        TableColumn("lambda"),
        TableColumn("points", heading: "searched"), TableColumn("exits", heading: "with exit"),
        TableColumn("share", shape: .interval),
        TableColumn("chains"), TableColumn("chains_with_exit", heading: "with exit"),
        TableColumn("chain_share", shape: .interval),
        TableColumn("breaks_balance"), TableColumn("breaks_rank"), TableColumn("breaks_bound"),
      ],
      rows: try report.arms.flatMap { arm in
        try arm.result.groups.map { group in
          [
            .count(arm.index), .text(group.kind.rawValue), .number(group.learningRate, .shortest),
            .number(group.ridge, .shortest),
            .count(group.points), .count(group.exits),
            try Self.share(group.exits, of: group.points), .count(group.chains),
            .count(group.chainsWithExit), try Self.share(group.chainsWithExit, of: group.chains),
          ] + [SetCondition.balance, .rank, .bound].map { .count(group.broken[$0] ?? 0) }
        }
      },
      notes: [
        "breaks_...: at how many points the first of the shortest exits breaks that condition; it can break several."
      ])
  }

  /// The shortest exits.
  var exits: Table {
    let found = report.arms.flatMap { arm in arm.exits.map { (arm, $0) } }
    return Table(
      "audit-exits", title: "The shortest exit of each kind",
      columns: [
        TableColumn("arm"), .words("kind", heading: "from"), TableColumn("chain"),
        TableColumn("step"), TableColumn("length"),
        .words("word"), .words("breaks"), TableColumn("balance"), TableColumn("rank_sum"),
        TableColumn("squared_norm"),
        .words("file"),
      ],
      rows: found.enumerated().map { index, pair in
        let (arm, exit) = pair
        return [
          .count(arm.index), .text(exit.point.kind.rawValue), .count(Int(exit.point.chain)),
          .count(exit.point.step),
          .count(exit.successor.word.count),
          .text(AuditWords.word(exit.successor.word, of: arm.audit.law.problem)),
          .text(AuditWords.breaks(exit.reading, arm.result.set)), .number(exit.reading.balance),
          .number(exit.reading.rankSum),
          .number(exit.reading.squaredNorm), .text(AuditReport.file(index)),
        ]
      },
      notes: [
        "word: the entries that are drawn, each as (row, column), counted from 1. balance, rank_sum, squared_norm: the worst over the layers, after the "
          + "word. file: what --output writes; `rankfall audit --replay FILE` goes through it again."
      ])
  }

  /// The largest alpha without an exit.
  func alpha() throws -> Table {
    Table(
      "audit-alpha", title: "The largest alpha for which no exit was found",
      columns: [
        TableColumn("arm"), .words("scope", heading: "points"), TableColumn("alpha"),
        TableColumn("points", heading: "searched"),
        TableColumn("share_upper", heading: "share below"), TableColumn("chains"),
        TableColumn("chain_share_upper", heading: "share below"),
        TableColumn("alpha_with_exit", heading: "exit at"), .words("remark"),
      ],
      rows: try report.arms.flatMap { arm in try arm.alphas.map { try Self.row(arm, $0) } },
      notes: [
        "The share of points, and of chains with such a point, that have an exit at alpha is below the upper limit of the exact 95 % interval for 0. Chains are run "
          + "to their entry, points drawn and pushed anew at every alpha tried; a point counts only where it is inside B_r(alpha)."
      ])
  }

  private static func row(_ arm: AuditReport.Audited, _ search: AlphaSearch) throws -> [Cell] {
    let (without, with) = (search.without, search.with)
    return [
      .count(arm.index), .text(search.scope.rawValue),
      without.map { .number($0.alpha) } ?? .missing("none"),
      without.map { .count($0.points) } ?? .missing("none"), try upperLimit(without?.points),
      without.map { .count($0.chains) } ?? .missing("none"),
      try upperLimit(without?.chains), with.map { .number($0.alpha) } ?? .missing("none"),
      .text(Self.remark(search)),
    ]
  }

  /// What the numbers do not say.
  static func remark(_ search: AlphaSearch) -> String {
    if let alpha = search.empty {
      return "no point to search at alpha = \(TableText.significant(alpha, digits: 4))"
    }
    if search.without == nil { return "an exit at every alpha tried" }
    return search.with == nil
      ? "none up to 2 C / (r + epsilon2), where the rank condition is void" : ""
  }

  private static func upperLimit(_ trials: Int?) throws -> Cell {
    guard let trials, trials > 0 else { return .missing("none") }
    return .percent(try BinomialProportion(events: 0, trials: trials).interval.upper, decimals: 2)
  }

  private static func share(_ events: Int, of trials: Int) throws -> Cell {
    guard trials > 0 else { return .missing("no point") }
    let proportion = try BinomialProportion(events: events, trials: trials)
    return .share(proportion)
  }
}

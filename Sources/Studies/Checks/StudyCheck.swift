import Chains
import Ensemble
import Publishing
import Threads

/// What gradient descent says of a study before the first chain runs, for every point of its sweep:
/// is a fall a jump, and does the event mean one?
///
/// Some 20 starts a point, of the study's own law, go down without noise to the phase with the
/// largest learning rate and come to rest there. They are in no table of arms. What is found is the
/// same for the same study and seed, at any number of threads.
public struct StudyCheck: Equatable, Sendable {
  let points: [PointCheck]

  /// Looks at every point of a plan. Takes seconds at most for a point, and far less as a rule;
  /// networks that would take longer are passed over.
  public init(_ plan: EnsemblePlan, threads: Int) {
    var firsts: [Int] = []
    for (index, arm) in plan.arms.enumerated()
    where !firsts.contains(where: { plan.arms[$0].stream == arm.stream }) {
      firsts.append(index)
    }
    let chosen = firsts
    points = ParallelMap.run(chosen.count, threads: threads) { place in
      PointCheck(
        plan.arms[chosen[place]], index: chosen[place], seed: plan.seed,
        share: 1 / Double(chosen.count))
    }
  }

  /// What a reader is to know first: the barrier, then the event.
  var lines: [String] { [barrier, event] }

  /// What is wrong: to be said before the chains run.
  public var warnings: [String] {
    let isClear = points.allSatisfy { [.yes, .late, .unknown].contains($0.barrier) }
    let fits = points.allSatisfy { $0.fit.answer == .fits || $0.fit.answer == nil }
    return (isClear ? [] : [barrier]) + (fits ? [] : [event])
  }

  /// The check of an arm's point.
  func point(of arm: Arm, in plan: EnsemblePlan) -> PointCheck? {
    points.first { plan.arms[$0.arm].stream == arm.stream }
  }

  // MARK: Sentences

  private var barrier: String {
    guard let only = points.first, points.count == 1 else {
      return "Barrier: "
        + grouped(
          points.map { point in
            switch point.barrier {
            case .yes: "yes"
            case .no: "no (slides, not jumps)"
            case .some: "only for some starts"
            case .late: "yes by the horizon"
            case .unknown: "not known"
            }
          }) + "; checks.csv has every point."
    }
    let of = "of \(only.starts) starts"
    switch only.barrier {
    case .yes:
      return
        "Barrier: yes. Gradient descent stays above rank \(only.rank) from \(only.starts) \(of): a fall is a jump that noise makes."
    case .no:
      return
        "Barrier: no: these are slides, not jumps. Gradient descent falls as well, from \(only.fallen) \(of)"
        + (only.inTime < only.fallen ? ", \(only.inTime) of them by the horizon" : "")
        + "\(when(only))."
    case .some:
      return
        "Barrier: only for some starts. Gradient descent falls by itself from \(only.inTime) \(of)\(when(only)): those falls are slides."
    case .late:
      return
        "Barrier: yes by the horizon. Gradient descent falls from \(only.fallen) \(of), but later than that: falls before it are jumps."
    case .unknown where only.starts == 0:
      return
        "Barrier: not looked for, as gradient descent of so large a network takes too long here."
    case .unknown where only.diverged > 0:
      return
        "Barrier: not known. Gradient descent diverges from \(only.diverged) \(of): the learning rate is too large for this problem."
    case .unknown:
      return
        "Barrier: not known. Gradient descent comes to no rest from \(only.undecided) \(of), and falls from none."
    }
  }

  private func when(_ point: PointCheck) -> String {
    point.median.map { " (median \(TableText.csv($0)) steps)" } ?? ""
  }

  private var event: String {
    guard let only = points.first, points.count == 1 else {
      let answers = Set(points.map { $0.fit.answer })
      if answers == [.fits] {
        return "Event: fits at every point: it holds minima of its rank or below, and none above."
      }
      let worst = points.first { $0.fit.answer != .fits && $0.fit.answer != nil }
      return "Event: " + grouped(points.map { $0.fit.answer?.rawValue ?? "not known" })
        + (worst.map { ". For example at \(name($0)): \($0.fit.sentence)" } ?? ".")
    }
    return "Event: " + only.fit.sentence
  }

  /// `yes at 12 points, no (slides, not jumps) at 3 (network.depth = 4; ...)`.
  private func grouped(_ words: [String]) -> String {
    var order: [String] = []
    for word in words where !order.contains(word) { order.append(word) }
    return order.map { word in
      let places = points.indices.filter { words[$0] == word }
      let names =
        places.count <= 4 && order.count > 1
        ? " (\(places.map { name(points[$0]) }.joined(separator: "; ")))" : ""
      let count =
        places.count == points.count
        ? "every point" : places.count == 1 ? "1 point" : "\(places.count) points"
      return "\(word) at \(count)\(names)"
    }.joined(separator: ", ")
  }

  private func name(_ point: PointCheck) -> String {
    point.swept.isEmpty
      ? "the study's point" : point.swept.map(\.description).joined(separator: ", ")
  }
}

/// When something is to be recorded of one chain, or of one offshoot.
public struct RecordPlan: Equatable, Sendable {
  /// The step of the first point.
  let base: Int
  /// The steps between points; nil for none in between.
  let every: Int?
  /// No point lies beyond this step.
  let last: Int
  /// Whether `last` has a point in any case.
  let keepsLast: Bool
  /// The steps at which offshoots branch off, ascending.
  let branches: [Int]

  /// What is recorded of a chain of `law`.
  public init(law: ChainLaw, chain: UInt32) {
    base = 0
    every = law.recording.keepsPoints(of: chain) ? law.recording.points?.every : nil
    last = law.horizon
    keepsLast = false
    branches = law.recording.offshoots?.at ?? []
  }

  /// What is recorded of the offshoot of a chain that branches off at step `at`.
  init(offshootAt at: Int, steps: Int, law: ChainLaw, chain: UInt32) {
    base = at
    every = law.recording.keepsPoints(of: chain) ? law.recording.points?.every : nil
    last = at + steps
    keepsLast = true
    branches = []
  }

  /// The last step at which something is recorded; 0 where nothing is.
  public var end: Int {
    max(keepsLast ? last : every.map { base + (last - base) / $0 * $0 } ?? 0, branches.last ?? 0)
  }

  /// Whether a step has a point.
  func hasPoint(at step: Int) -> Bool {
    guard step >= base, step <= last else { return false }
    return keepsLast && step == last || every.map { (step - base) % $0 == 0 } ?? false
  }

  /// The first step from `step` on at which something is recorded; `Int.max` where nothing is.
  func next(from step: Int) -> Int {
    var next = Int.max
    if let every {
      let point = step <= base ? base : base + ((step - base) + every - 1) / every * every
      if point <= last { next = point }
    }
    if keepsLast, step <= last { next = min(next, last) }
    if let branch = branches.first(where: { $0 >= step }) { next = min(next, branch) }
    return next
  }
}

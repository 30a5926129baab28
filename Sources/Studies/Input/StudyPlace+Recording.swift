import Chains

extension StudyPlace {
  /// The most offshoots of a chain.
  private static let mostBranches = 10_000
  /// The most points that are kept of all chains of an arm, about 2 GB in the store; and of one
  /// chain, whose row is written as a whole.
  private static let mostPoints = 10_000_000
  private static let mostPointsOfAChain = 500_000

  /// `record`: points of the paths of the first chains of every arm, and what is recorded of each.
  func record(
    horizon: Int, offshoots: Recording.Offshoots?
  ) throws(StudyError) -> (points: Recording.Points, observables: [String]) {
    let fields = try StudyFields(self, known: ["every", "chains", "observables"])
    let observables = faults.attempt { try fields["observables"]?.observables() }
    let points = try points(fields, horizon: horizon, offshoots: offshoots)
    return (points, observables.flatMap { $0 } ?? Observables.standard)
  }

  private func points(
    _ fields: StudyFields, horizon: Int, offshoots: Recording.Offshoots?
  ) throws(StudyError) -> Recording.Points {
    let every = fields.required("every", "how many steps lie between two points").whole(
      in: 1...Study.longest)
    let chainsPlace = fields.required("chains", "of how many chains of an arm points are kept")
    let chains = chainsPlace.whole(in: 1...Study.mostChains)
    let ofBranches = offshoots.map { $0.at.count * ($0.steps / every + 2) } ?? 0
    let ofChain = horizon / every + 1 + ofBranches
    guard ofChain <= Self.mostPointsOfAChain else {
      throw refusal(
        "a chain would have more than \(Self.mostPointsOfAChain) points, those of its offshoots included; expected more steps between points"
      )
    }
    let points = ofChain.multipliedReportingOverflow(by: chains)
    guard !points.overflow, points.partialValue <= Self.mostPoints else {
      throw refusal(
        "an arm would have more than \(Self.mostPoints) points; expected fewer chains, or more steps between points"
      )
    }
    return Recording.Points(every: every, chains: chains)
  }

  /// `record.observables`: what is recorded beside the standard observables.
  private func observables() throws(StudyError) -> [String] {
    let further = Observables.all.filter { !$0.isStandard }.map { $0.word }
    var named: [String] = []
    for item in try items("a list such as [\(further.joined(separator: ", "))]") {
      let word = item.choice(among: further)
      if named.contains(word) { throw item.refusal("'\(word)' is listed twice") }
      named.append(word)
    }
    return Observables.named(Observables.standard + named).map { $0.word }
  }

  /// `schedule.offshoots`: copies of every chain that go on with values of their own.
  func offshoots(horizon: Int) throws(StudyError) -> Recording.Offshoots {
    let fields = try StudyFields(self, known: ["at", "steps", "eta", "lambda"])
    let list = fields.required(
      "at", "a list of the steps at which offshoots branch off, such as [1000, 2000]")
    let items = try list.items("a list of steps, such as [1000, 2000]")
    guard !items.isEmpty else {
      throw list.refusal("expected at least one step, found an empty list")
    }
    guard items.count <= Self.mostBranches else {
      throw list.refusal("expected at most \(Self.mostBranches) steps, found \(items.count)")
    }
    var at: [Int] = []
    for item in items {
      let step = item.whole(in: 0...horizon)
      if let last = at.last, step <= last {
        throw item.refusal("expected steps in ascending order, found \(step) after \(last)")
      }
      at.append(step)
    }
    return Recording.Offshoots(
      at: at,
      steps: fields.required("steps", "how many steps each lasts").whole(in: 1...Study.longest),
      learningRate: try fields.required("eta", "the learning rate, a number from 0 up")
        .notNegative(),
      ridge: try fields.required("lambda", "the ridge, a number from 0 up").notNegative())
  }

  private func notNegative() throws(StudyError) -> Double {
    let value = number()
    guard value >= 0 else { throw expected("a number from 0 up") }
    return value
  }
}

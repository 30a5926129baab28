import AbsorbingSets
import Chains
import DeepLinear
import RandomStreams

extension StudyPlace {
  /// `event`: the absorbing set whose first passage is timed, how a chain is judged to be inside, and how long it is followed after its entry.
  /// Refused is what no chain can be seen to enter by the horizon.
  func event(
    for problem: CompletionProblem?, horizon: Int?
  ) throws(StudyError) -> (set: AbsorbingSet, follow: Int, judge: Watch.Judge) {
    let known = ["rank", "alpha", "epsilon1", "epsilon2", "bound", "balance", "follow", "quench", "cores"]
    let fields = try StudyFields(self, known: known)
    let rankPlace = fields.required("rank", "the rank r of B_r, a whole number from 0 up")
    let rank = rankPlace.whole(in: 0...Int(Int32.max))
    if let problem, rank >= problem.smallerDimension {
      faults.note(
        rankPlace.refusal(
          "a rank of \(rank) is no event, since every chain starts there; expected less than min(d_in, d_out) = "
            + "\(problem.smallerDimension)"))
    }
    let alpha = fields.required("alpha", "a number above 0").number()
    let epsilon1 = fields.required("epsilon1", "a number from 0 up").number()
    let epsilon2 = fields.required("epsilon2", "a number from 0 up and below 1").number(or: 0)
    let bound = fields.required("bound", "a number above 0").number()
    let balance = try fields["balance"]?.choice(of: AbsorbingSet.BalanceNorm.self) ?? .spectral
    let follow = fields["follow"]?.whole(in: 0...Study.longest) ?? 0
    let quench = faults.attempt { try fields["quench"].map { try $0.quench(horizon: horizon ?? Study.longest) } } ?? nil
    let cores = faults.attempt { try fields["cores"].map { try $0.cores(horizon: horizon ?? Study.longest) } } ?? nil
    if fields["quench"] != nil, let place = fields["cores"] {
      faults.note(place.refusal("quench and cores are two judges of one chain; expected one of them"))
    }
    let judge = quench ?? cores
    check(fields, alpha: alpha, epsilon1: epsilon1, epsilon2: epsilon2, bound: bound)
    do throws(AbsorbingSetError) {
      let set = try AbsorbingSet(
        rank: rank, alpha: alpha, epsilon1: epsilon1, epsilon2: epsilon2, bound: bound, balance: balance)
      return (set, follow, judge ?? .state)
    } catch {
      switch error {
      case .rank: throw rankPlace.refusal("\(error)")
      case .positive(let name, _), .notNegative(let name, _), .fraction(let name, _):
        throw (fields[name] ?? self).refusal("\(error)")
      }
    }
  }

  /// Notes each number that no set has: one by one, beside others that are possible.
  private func check(_ fields: StudyFields, alpha: Double, epsilon1: Double, epsilon2: Double, bound: Double) {
    for numbers in [(alpha, 0, 0, 1), (1, epsilon1, 0, 1), (1, 0, epsilon2, 1), (1, 0, 0, bound)] {
      do throws(AbsorbingSetError) {
        _ = try AbsorbingSet(
          rank: 0, alpha: numbers.0, epsilon1: numbers.1, epsilon2: numbers.2, bound: numbers.3, balance: .spectral)
      } catch {
        switch error {
        case .rank: faults.note(refusal("\(error)"))
        case .positive(let name, _), .notNegative(let name, _), .fraction(let name, _):
          faults.note((fields[name] ?? self).refusal("\(error)"))
        }
      }
    }
  }

  /// `event.quench`: every how many steps gradient descent is followed to its rest, and how many looks in a row must see a chain inside. Looks fall
  /// on whole spans of random numbers, the first at step 0: n looks in a row have been made at step (n - 1) every, at the earliest.
  private func quench(horizon: Int) throws(StudyError) -> Watch.Judge {
    guard case .mapping = node.content else { return .quenched(every: try stepsBetweenLooks()) }
    let fields = try StudyFields(self, known: ["every", "looks"])
    let every = try fields.required("every", "the steps from look to look, a multiple of \(Span.steps)").stepsBetweenLooks()
    guard let place = fields["looks"] else { return .quenched(every: every) }
    let looks = place.whole(in: 1...1_000_000)
    guard looks - 1 <= horizon / every else {
      throw place.refusal(
        "\(looks) looks, one in \(every) steps, are not made by the horizon of \(horizon): no entry could count; expected at most "
          + "\(horizon / every + 1)")
    }
    return .quenched(every: every, looks: looks)
  }

  /// `event.cores`: every how many steps gradient descent is followed to its rest, the room between the two cores, and for how many steps a
  /// move must last. The rates hang on the last two, so there is no default.
  private func cores(horizon: Int) throws(StudyError) -> Watch.Judge {
    let fields = try StudyFields(self, known: ["every", "margin", "commitment"])
    let every = try fields.required("every", "the steps from look to look, a multiple of \(Span.steps)").stepsBetweenLooks()
    let marginPlace = fields.required("margin", "the room between the cores, such as 0.25")
    let margin = marginPlace.number(or: 0.25)
    guard margin > 0, margin <= 0.5 else { throw marginPlace.expected("a number above 0 and at most 0.5") }
    let place = fields.required("commitment", "the steps for which a move must last, such as 1024")
    let judge = Watch.Judge.cores(every: every, margin: margin, commitment: place.whole(in: every...Study.longest))
    guard judge.firstEntry <= horizon else {
      throw place.refusal("a move that lasts so long is not seen by the horizon of \(horizon): no entry could count")
    }
    return judge
  }

  private func stepsBetweenLooks() throws(StudyError) -> Int {
    let every = whole(in: Span.steps...Study.longest)
    guard every % Span.steps == 0 else { throw expected("a multiple of \(Span.steps)") }
    return every
  }
}

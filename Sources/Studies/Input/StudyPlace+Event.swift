import AbsorbingSets
import Chains
import DeepLinear
import RandomStreams

extension StudyPlace {
  /// `event`: the absorbing set whose first passage is timed, how a chain is judged to be inside,
  /// and how long it is followed after its entry. Refused is what no chain can be seen to enter by
  /// the horizon.
  func event(
    for problem: CompletionProblem?, horizon: Int?
  ) throws(StudyError) -> (set: AbsorbingSet, follow: Int, judge: Watch.Judge) {
    let known = ["rank", "alpha", "epsilon1", "epsilon2", "bound", "balance", "follow"]
    let fields = try StudyFields(self, known: known + Watch.Judge.kinds.map { $0.word })
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
    let judge = judge(fields, horizon: horizon ?? Study.longest)
    check(fields, alpha: alpha, epsilon1: epsilon1, epsilon2: epsilon2, bound: bound)
    do throws(AbsorbingSetError) {
      let set = try AbsorbingSet(
        rank: rank, alpha: alpha, epsilon1: epsilon1, epsilon2: epsilon2, bound: bound,
        balance: balance)
      return (set, follow, judge)
    } catch {
      switch error {
      case .rank: throw rankPlace.refusal("\(error)")
      case .positive(let name, _), .notNegative(let name, _), .fraction(let name, _):
        throw (fields[name] ?? self).refusal("\(error)")
      }
    }
  }

  /// Notes each number that no set has: one by one, beside others that are possible.
  private func check(
    _ fields: StudyFields, alpha: Double, epsilon1: Double, epsilon2: Double, bound: Double
  ) {
    for numbers in [(alpha, 0, 0, 1), (1, epsilon1, 0, 1), (1, 0, epsilon2, 1), (1, 0, 0, bound)] {
      do throws(AbsorbingSetError) {
        _ = try AbsorbingSet(
          rank: 0, alpha: numbers.0, epsilon1: numbers.1, epsilon2: numbers.2, bound: numbers.3,
          balance: .spectral)
      } catch {
        switch error {
        case .rank: faults.note(refusal("\(error)"))
        case .positive(let name, _), .notNegative(let name, _), .fraction(let name, _):
          faults.note((fields[name] ?? self).refusal("\(error)"))
        }
      }
    }
  }

  /// The judge that is named below `event`, by its options; the state where none is.
  private func judge(_ fields: StudyFields, horizon: Int) -> Watch.Judge {
    let named = Watch.Judge.kinds.filter { fields[$0.word] != nil }
    if named.count > 1, let place = fields[named[1].word] {
      faults.note(
        place.refusal(
          "\(named[0].word) and \(named[1].word) are two judges of one chain; expected one of them")
      )
    }
    guard let kind = named.first, let place = fields[kind.word] else { return .state }
    let judge = faults.attempt {
      let fields = try StudyFields(optionsAt: place, kind.options)
      let values = try place.values(of: kind.options, fields)
      return (Watch.Judge(kind, values), fields)
    }
    guard let (judge, fields) = judge else { return .state }
    if let (key, sentence) = judge.kind?.fault(horizon: horizon) {
      faults.note((fields?[key] ?? place).refusal(sentence))
    }
    return judge
  }
}

import Dynamics

/// A rung as a study lists it.
struct ListedRung {
  /// The rung.
  let rung: Rung
  /// How many chains its arms are to have, in place of the study's number.
  let chains: Int?
  /// Where it is listed.
  let place: StudyPlace
}

extension StudyPlace {
  /// `dynamics`: a list of rungs, each once.
  func rungs() throws(StudyError) -> [ListedRung] {
    let places = try items("a list of rungs such as [sgd, langevin]")
    guard !places.isEmpty else {
      throw refusal("expected at least one of \(RungWord.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    guard places.count <= Sweep.mostArms else { throw refusal("expected at most \(Sweep.mostArms) rungs, found \(places.count)") }
    var rungs: [ListedRung] = []
    for place in places {
      guard let listed = faults.attempt({ try place.rung() }) else { continue }
      if rungs.contains(where: { $0.rung == listed.rung }) { throw place.refusal("'\(listed.rung.name)' is listed twice") }
      rungs.append(listed)
    }
    return rungs
  }

  /// A rung: its word, or a mapping of its word to its options.
  private func rung() throws(StudyError) -> ListedRung {
    guard case .mapping(let found) = node.content else {
      return ListedRung(rung: try rung(try choice(of: RungWord.self), options: nil), chains: nil, place: self)
    }
    guard found.count == 1 else {
      throw refusal(
        "expected one rung with its options below it, such as { langevin: { temperature: 0.001 } }, found \(found.count) keys")
    }
    let words = try StudyFields(self, known: RungWord.allCases.map(\.rawValue))
    guard let word = RungWord(rawValue: found[0].key), let value = words[word.rawValue] else { throw expected("a rung") }
    if word == .sgdBatch, case .scalar = value.node.content {
      return ListedRung(rung: .sgdBatch(value.whole(in: 1...Rung.largestBatch)), chains: nil, place: self)
    }
    let options = try StudyFields(value, known: word.options)
    let chains = options["chains"]?.whole(in: 1...Study.mostChains)
    return ListedRung(rung: try rung(word, options: options), chains: chains, place: self)
  }

  /// The rung of a word, with its options where they are given.
  private func rung(_ word: RungWord, options: StudyFields?) throws(StudyError) -> Rung {
    let substeps = options?["substeps"]?.whole(in: 1...Rung.mostSubsteps) ?? 1
    switch word {
    case .gradientDescent: return .gradientDescent
    case .sgd: return .sgd
    case .sgdBatch:
      guard let options else { throw refusal("'sgd-batch' needs a size; expected a rung such as { sgd-batch: 4 }") }
      return .sgdBatch(options.required("size", "how many entries a step draws").whole(in: 1...Rung.largestBatch))
    case .sgdShuffled: return .sgdShuffled
    case .gaussianMatched: return .gaussianMatched(substeps: substeps)
    case .gaussianFrozen: return .gaussianFrozen(substeps: substeps)
    case .langevin: return .langevin(try options?["temperature"]?.temperature() ?? .matched, substeps: substeps)
    }
  }

  /// `matched`, or a number from 0 up. 0 is a temperature: there langevin is gradient descent.
  private func temperature() throws(StudyError) -> Temperature {
    let what = "matched or a number from 0 up"
    guard case .scalar(let text, _) = node.content else { throw expected(what) }
    if text == "matched" { return .matched }
    if let word = suggestion(for: text, among: ["matched"]) {
      throw refusal("expected \(what), found '\(text.prefix(40))'; did you mean '\(word)'?")
    }
    guard let value = try? exactNumber(), value >= 0 else { throw expected(what) }
    // -0 is 0.
    return .number(value.magnitude)
  }
}

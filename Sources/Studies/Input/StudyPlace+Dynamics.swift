import Ladder

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
      throw refusal("expected at least one of \(Self.rungWords.joined(separator: ", "))")
    }
    guard places.count <= Sweep.mostArms else {
      throw refusal("expected at most \(Sweep.mostArms) rungs, found \(places.count)")
    }
    var rungs: [ListedRung] = []
    for place in places {
      guard let listed = faults.attempt({ try place.rung() }) else { continue }
      if rungs.contains(where: { $0.rung == listed.rung }) {
        throw place.refusal("'\(listed.rung.name)' is listed twice")
      }
      rungs.append(listed)
    }
    return rungs
  }

  /// The words for the rungs.
  private static let rungWords = Rung.ladder.map { $0.word }

  /// A rung: its word, or a mapping of its word to its options.
  private func rung() throws(StudyError) -> ListedRung {
    guard case .mapping(let found) = node.content else {
      let word = choice(among: Self.rungWords)
      guard let kind = Rung.ladder.first(where: { $0.word == word }) else {
        throw expected("a rung")
      }
      if let needed = kind.options.first(where: { $0.standard == nil }) {
        let example =
          needed.spelling == .bare ? "\(needed.example)" : "{ \(needed.key): \(needed.example) }"
        throw refusal(
          "'\(word)' needs a \(needed.key); expected a rung such as { \(word): \(example) }")
      }
      return ListedRung(
        rung: Rung(kind, try values(of: kind.options, nil)), chains: nil, place: self)
    }
    guard found.count == 1 else {
      throw refusal(
        "expected one rung with its options below it, such as { langevin: { temperature: 0.001 } }, found \(found.count) keys"
      )
    }
    let words = try StudyFields(self, known: Self.rungWords)
    guard let kind = Rung.ladder.first(where: { $0.word == found[0].key }),
      let value = words[kind.word]
    else {
      throw expected("a rung")
    }
    let fields = try StudyFields(optionsAt: value, kind.options, further: ["chains"])
    let chains = fields?["chains"]?.whole(in: 1...Study.mostChains)
    return ListedRung(
      rung: Rung(kind, try value.values(of: kind.options, fields)), chains: chains, place: self)
  }
}

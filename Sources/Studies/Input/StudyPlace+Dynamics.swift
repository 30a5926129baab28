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
    guard places.count <= Sweep.mostArms else { throw refusal("expected at most \(Sweep.mostArms) rungs, found \(places.count)") }
    var rungs: [ListedRung] = []
    for place in places {
      guard let listed = faults.attempt({ try place.rung() }) else { continue }
      if rungs.contains(where: { $0.rung == listed.rung }) { throw place.refusal("'\(listed.rung.name)' is listed twice") }
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
      guard let kind = Rung.ladder.first(where: { $0.word == word }) else { throw expected("a rung") }
      return ListedRung(rung: try rung(kind, options: nil), chains: nil, place: self)
    }
    guard found.count == 1 else {
      throw refusal(
        "expected one rung with its options below it, such as { langevin: { temperature: 0.001 } }, found \(found.count) keys")
    }
    let words = try StudyFields(self, known: Self.rungWords)
    guard let kind = Rung.ladder.first(where: { $0.word == found[0].key }), let value = words[kind.word] else {
      throw expected("a rung")
    }
    if let bare = kind.options.first(where: { $0.spelling == .bare }), case .scalar = value.node.content {
      return ListedRung(rung: Rung(kind, [bare.key: try value.value(of: bare)]), chains: nil, place: self)
    }
    let options = try StudyFields(value, known: kind.options.map(\.key) + ["chains"])
    let chains = options["chains"]?.whole(in: 1...Study.mostChains)
    return ListedRung(rung: try rung(kind, options: options), chains: chains, place: self)
  }

  /// The rung of a kind, with its options where they are given.
  private func rung(_ kind: any RungKind.Type, options: StudyFields?) throws(StudyError) -> Rung {
    var values: [String: RungOption.Value] = [:]
    for option in kind.options {
      if let given = options?[option.key] {
        values[option.key] = try given.value(of: option)
      } else if let standard = option.standard {
        values[option.key] = standard
      } else if let options {
        values[option.key] = try options.required(option.key, option.meaning).value(of: option)
      } else {
        let example = option.spelling == .bare ? "\(option.example)" : "{ \(option.key): \(option.example) }"
        throw refusal(
          "'\(kind.word)' needs a \(option.key); expected a rung such as { \(kind.word): \(example) }")
      }
    }
    return Rung(kind, RungOption.Values(values))
  }

  /// The value of a rung's option, which must be in its domain.
  private func value(of option: RungOption) throws(StudyError) -> RungOption.Value {
    switch option.domain {
    case .whole(let range): return .whole(whole(in: range))
    case .number:
      guard let value = try? exactNumber(), value >= 0 else { throw expected("a number from 0 up") }
      // -0 is 0.
      return .number(value.magnitude)
    case .numberOr(let word):
      let what = "\(word) or a number from 0 up"
      guard case .scalar(let text, _) = node.content else { throw expected(what) }
      if text == word { return .word(word) }
      if let meant = suggestion(for: text, among: [word]) {
        throw refusal("expected \(what), found '\(text.prefix(40))'; did you mean '\(meant)'?")
      }
      guard let value = try? exactNumber(), value >= 0 else { throw expected(what) }
      return .number(value.magnitude)
    }
  }
}

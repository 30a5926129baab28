import Ladder
import RandomStreams

extension StudyFields {
  /// The options of a rung or a judge below its word; nil where a single value stands for the one
  /// that may be given so.
  init?(optionsAt place: StudyPlace, _ options: [KindOption], further: [String] = [])
    throws(StudyError)
  {
    if case .scalar = place.node.content, options.contains(where: { $0.spelling == .bare }) {
      return nil
    }
    try self.init(place, known: options.map(\.key) + further)
  }
}

extension StudyPlace {
  /// The values of all options, as they are given in `fields`, or the one that may be given alone,
  /// at this place; standard values for the others.
  ///
  /// - Parameter fields: nil where there are none, and this place holds the value of a bare option,
  ///   if there is one.
  func values(of options: [KindOption], _ fields: StudyFields?) throws(StudyError)
    -> KindOption.Values
  {
    var values: [String: KindOption.Value] = [:]
    for option in options {
      if let fields {
        if let given = fields[option.key] {
          values[option.key] = given.value(of: option)
        } else {
          values[option.key] =
            option.standard ?? fields.required(option.key, option.meaning).value(of: option)
        }
      } else if option.spelling == .bare {
        values[option.key] = value(of: option)
      } else {
        guard let standard = option.standard else {
          throw expected("a mapping with the key \(option.key)")
        }
        values[option.key] = standard
      }
    }
    return KindOption.Values(values)
  }

  /// The value of an option; a fault is noted, and the example stands for it.
  private func value(of option: KindOption) -> KindOption.Value {
    value(or: option.example) { () throws(StudyError) in
      switch option.domain {
      case .whole(let range): return .whole(try exactWhole(in: range))
      case .spans:
        let steps = try exactWhole(in: Span.steps...Study.longest)
        guard steps % Span.steps == 0 else { throw expected("a multiple of \(Span.steps)") }
        return .whole(steps)
      case .number: return .number(try numberFromZero("a number from 0 up"))
      case .share(let most):
        guard let value = try? exactNumber(), value > 0, value <= most else {
          throw expected("a number above 0 and at most \(most)")
        }
        return .number(value)
      case .numberOr(let word):
        let what = "\(word) or a number from 0 up"
        guard case .scalar(let text, _) = node.content else { throw expected(what) }
        if text == word { return .word(word) }
        if let meant = suggestion(for: text, among: [word]) {
          throw refusal("expected \(what), found '\(text.prefix(40))'; did you mean '\(meant)'?")
        }
        return .number(try numberFromZero(what))
      }
    }
  }

  private func numberFromZero(_ what: String) throws(StudyError) -> Double {
    guard let value = try? exactNumber(), value >= 0 else { throw expected(what) }
    // -0 is 0.
    return value.magnitude
  }
}

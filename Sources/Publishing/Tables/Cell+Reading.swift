/// A piece of what a reader sees in a cell. Numbers are apart from words because LaTeX sets them
/// apart.
enum ReadingPiece: Equatable {
  case words(String)
  case number(String)

  var text: String {
    switch self {
    case .words(let text), .number(let text): text
    }
  }
}

extension Cell {
  /// What a reader sees.
  var reading: [ReadingPiece] {
    switch self {
    case .text(let text): [.words(text)]
    case .missing(let word): [.words(word)]
    case .count(let count): [.number(String(count))]
    case .number(let value, let style): Self.number(value, style)
    case .pValue(let value): Self.pValue(value)
    case .value(let value, let error): Self.pair(value.finite, error.finite)
    case .estimate(let estimate): estimate.reading
    }
  }

  /// What a reader sees, as one text.
  var readingText: String { reading.map(\.text).joined() }

  private static let notDefined = [ReadingPiece.words("not defined")]

  private static func number(_ value: Double?, _ style: NumberStyle) -> [ReadingPiece] {
    guard let value = value.finite else { return notDefined }
    return [.number(style.text(value))] + (style.unit.isEmpty ? [] : [.words(style.unit)])
  }

  private static func pValue(_ value: Double?) -> [ReadingPiece] {
    guard let value = value.finite else { return notDefined }
    if value == 0 { return [.words("< "), .number("1e-300")] }
    return [.number(TableText.pValue(value))]
  }

  private static func pair(_ value: Double?, _ error: Double?) -> [ReadingPiece] {
    guard let value else { return notDefined }
    guard let error else { return [.number(TableText.significant(value, digits: 4))] }
    guard error > 0 else { return [.number(TableText.csv(value))] }
    // Small numbers would lose their digits, or need very many.
    let style: NumberStyle = max(value.magnitude, error) < 1e-4 ? .scientific : .spread(error)
    return [.number(style.text(value)), .words(" ± "), .number(style.text(error))]
  }
}

extension Estimate {
  /// What a reader sees, as one text: `5350 (5190 to 5540)`.
  public var text: String { reading.map(\.text).joined() }

  /// `5350 (5190 to 5540)`, or what is known of it.
  var reading: [ReadingPiece] {
    if isUnknown { return [.words(absence)] }
    let style = style
    let opening: [ReadingPiece] =
      value.map { [.number(style.text($0)), .words(style.unit)] } ?? [.words(absence)]
    let (more, less) = kind == .time ? ("later", "sooner") : ("more", "less")
    func limits(_ words: String...) -> [ReadingPiece] {
      let numbers = [lower, upper].compactMap { $0 }.map { ReadingPiece.number(style.text($0)) }
      return zip(words, numbers).flatMap { [.words($0), $1] } + [.words(words.last ?? "")]
    }
    let interval =
      switch (lower, upper) {
      case (.some, .some): limits(" (", " to ", ")")
      case (.some, nil): limits(" (", " or \(more))")
      case (nil, .some): limits(" (", " or \(less))")
      case (nil, nil): limits("")
      }
    return (opening + interval).filter { !$0.text.isEmpty }
  }

  private var absence: String { ownAbsence ?? (kind == .time ? "not reached" : "not defined") }
}

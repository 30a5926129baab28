/// Why a figure cannot be reproduced.
public enum FigureError: Error, Equatable, Sendable, CustomStringConvertible {
  /// There is no figure of this name.
  case unknownFigure(String, suggestion: String?)
  /// The study's file is not there.
  case noStudy(path: String, figure: PaperFigure)
  /// The study lacks something that the figure shows.
  case study(file: String, figure: PaperFigure, lacks: String)

  /// One sentence for a person.
  public var description: String {
    switch self {
    case .unknownFigure(let name, let suggestion):
      "unknown figure '\(name.prefix(80))'\(suggestion.map { "; did you mean '\($0)'?" } ?? "") "
        + "(figures here: \(PaperFigure.words.joined(separator: ", ")))"
    case .noStudy(let path, let figure):
      "\(path): there is no such file; \(figure.rawValue) needs it, and --studies names the folder of the studies"
    case .study(let file, let figure, let lacks): "\(file): \(figure.rawValue) needs \(lacks)"
    }
  }
}

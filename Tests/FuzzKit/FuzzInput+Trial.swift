import DataFiles
import DeepLinear
import Foundation
import Publishing
import Studies
import Survival
import SurvivalReports

extension FuzzInput {
  /// What became of an input.
  public enum Outcome: Equatable, Sendable {
    /// It was taken, and something came out.
    case answered
    /// It was refused with a sentence.
    case refused(String)
    /// It went wrong in a way that must not be: success without output, a refusal without a word, a
    /// signal.
    case failed(String)
  }

  /// Feeds the input to what reads it. A trap ends the process.
  ///
  /// - Parameter program: the built program, for command lines.
  public func trial(program: String? = nil) -> Outcome {
    do {
      let output: String
      switch kind {
      case .study: output = try studyOutput()
      case .survival: output = try survivalOutput()
      case .matrix: output = try matrixOutput()
      case .command: return try commandOutcome(program)
      }
      return output.isEmpty ? .failed("success without output") : .answered
    } catch {
      let sentence = "\(error)"
      let isSaid = sentence.count > 10 && !sentence.contains("Error Domain")
      return isSaid ? .refused(sentence) : .failed("a refusal without a sentence: \(sentence)")
    }
  }

  private func studyOutput() throws -> String {
    let study = try Study(text: String(decoding: bytes, as: UTF8.self), file: "fuzz.yaml")
    let plan = try study.plan(chains: nil, seed: nil)
    return plan.totalChains > 0 ? study.arms.map(\.dynamics).joined() : ""
  }

  private func matrixOutput() throws -> String {
    let words = options["missing"].map { MissingWords([$0]) } ?? .standard
    let problem = try CompletionProblem(csv: String(decoding: bytes, as: UTF8.self), missing: words)
    return problem.entries.map { "\($0.value)" }.joined()
      + problem.warnings.map(\.description).joined()
  }

  private func survivalOutput() throws -> String {
    var rules = ReadingRules()
    rules.encoding = options["encoding"].flatMap(TextEncoding.init) ?? .utf8
    rules.missingIsCensored = options["missingIsCensored"] != nil
    if let na = options["na"] {
      rules.missing = MissingWords(try DelimitedRecords.list(na, file: "na"))
    }
    let columns = ColumnNames(
      time: options["time"] ?? "t", event: options["event"], start: options["start"],
      upper: options["upper"], group: options["group"], strata: options["strata"],
      cause: options["cause"], weight: options["weight"])
    let text = try DelimitedText(data: Data(bytes), file: "d.csv", encoding: rules.encoding)
    let data = try SurvivalData(text: text, columns: columns, rules: rules)
    var questions = try SurvivalQuestions()
    questions.bootstrap = try Bootstrap(replicates: 2, seed: 1, threads: 1)
    questions.laws = options["laws"] != nil
    questions.spreadsheetSafe = options["spreadsheetSafe"] != nil
    questions.horizon = options["horizon"].flatMap(Double.init)
    if let level = options["level"].flatMap(Double.init) {
      questions.level = try ConfidenceLevel(level)
    }
    questions.transform = options["interval"].flatMap(IntervalTransform.init) ?? .logLog
    if let list = options["quantiles"] {
      questions.probabilities = list.split(separator: ",").compactMap { Double($0) }
    }
    questions.landmark = data.uppers == nil ? options["landmark"].flatMap(Double.init) : nil
    questions.times = (options["at"] ?? "").split(separator: ",").compactMap { Double($0) }
    let document = try SurvivalReport(data, questions).document
    let texts = TableFormat.allCases.map { document.text(in: $0) }
    return texts.contains("") ? "" : texts.joined()
  }
}

import ArgumentParser
import Foundation
import Studies

/// Measures the engines, the machine's peak and a whole study, and writes the page that compares
/// them with the baselines.
@main
struct RankfallBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rankfall-bench",
    abstract: "Measure Rankfall's engines beside the machine's peak and other tools.")

  @Option(help: "The study whose first arm is timed as a whole.")
  var study = "studies/fig1-annealing.yaml"
  @Option(help: "How many of its chains are run.")
  var chains: Int?
  @Option(help: "The lines that benchmarks/run.sh wrote; without it the page has no comparison.")
  var baselines: String?
  @Option(help: "How many threads 'all threads' are (default: all CPUs).")
  var threads: Int?
  @Option(help: "Where to write the page (default: standard output).")
  var page: String?
  @Option(help: "Where to write everything measured as JSON.")
  var json: String?
  @Option(
    help:
      "Run one engine alone for 10 seconds, for a profiler: lanes, lanes with entries, full width, ...; with a depth."
  )
  var only: String?
  @Option(help: "The depth for --only.")
  var depth = 3
  @Flag(help: "A short trial: the figures are not to be quoted.")
  var quick = false

  func validate() throws {
    guard chains ?? 1 >= 1, threads ?? 1 >= 1 else {
      throw ValidationError("chains and threads are counted from 1")
    }
  }

  func run() throws {
    if let only { return try runAlone(only) }
    let machine = Machine.current()
    let count = threads ?? machine.processors
    let plan = try Study(contentsOf: study)
    let others = try baselines.map { try Baseline.read($0) } ?? []
    func say(_ text: String) {
      FileHandle.standardError.write(Data("rankfall-bench: \(text)\n".utf8))
    }

    let seconds = quick ? 0.1 : 0.5
    let measurements = Measurement.rounds(
      quick ? 3 : 9, of: try Contender.all(threads: count), seconds: seconds,
      warmUp: quick ? 0.1 : 0.2, progress: say)
    say("the whole study")
    let timing = StudyTiming(
      study: plan.name, law: plan.arms[0].law, seed: plan.seed, wanted: plan.chains,
      chains: chains ?? (quick ? 40 : 200), threads: count, repeats: quick ? 2 : 5)
    let record = BenchRecord(
      date: Date(), machine: machine, versions: Versions.current(), threads: count,
      secondsPerRepeat: seconds, isQuick: quick,
      measurements: measurements, study: timing, baselines: others)

    if let json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
      encoder.dateEncodingStrategy = .iso8601
      try encoder.encode(record).write(to: URL(fileURLWithPath: json))
      say("wrote \(json)")
    }
    let text = PerformancePage(record).text
    if let page {
      try Data(text.utf8).write(to: URL(fileURLWithPath: page))
      say("wrote \(page)")
    } else {
      print(text, terminator: "")
    }
  }

  /// One engine on one thread, for a profiler; prints its rate.
  private func runAlone(_ engine: String) throws {
    let found = try Contender.all(threads: 1).first {
      $0.engine.rawValue == engine && ($0.engine == .peak || $0.depth == depth)
    }
    guard let found else { throw ValidationError("no engine '\(engine)' at depth \(depth)") }
    print(TableText.rate(ThreadTeam.measure(found, seconds: quick ? 1 : 10, warmUp: 0.2).rate))
  }
}

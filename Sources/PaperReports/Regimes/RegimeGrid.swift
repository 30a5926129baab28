import Chains
import Ensemble
import Ladder
import Studies

/// The grid of a study over a learning rate and a ridge, block by block: a block holds the arms
/// that differ in these two alone.
struct RegimeGrid: Equatable {
  /// One cell's place.
  struct Place: Equatable {
    /// The arm's index in the plan.
    let arm: Int
    /// The swept learning rate.
    let eta: Double
    /// The swept ridge.
    let lambda: Double
    /// The arm of gradient descent at the same point of the sweep, if there is one.
    let descent: Int?
  }

  /// The cells that share everything but the two axes.
  struct Block: Equatable {
    /// The rung.
    let dynamics: String
    /// The other swept keys and their values.
    let settings: [Arm.SweptValue]
    /// The cells by learning rate, then by ridge.
    var places: [Place]

    /// What sets the block apart: `sgd, network.depth = 3`.
    var name: String { Arm.name(dynamics, settings) }
  }

  /// The swept keys of the learning rate, as a rule one.
  let etaKeys: [String]
  /// The swept keys of the ridge.
  let lambdaKeys: [String]
  /// The swept keys that set blocks apart.
  let otherKeys: [String]
  /// The blocks, in the order of their first arms.
  private(set) var blocks: [Block] = []

  /// All learning rates of the grid, ascending.
  var etas: [Double] { Set(blocks.flatMap { $0.places.map(\.eta) }).sorted() }
  /// All ridges of the grid, ascending.
  var lambdas: [Double] { Set(blocks.flatMap { $0.places.map(\.lambda) }).sorted() }

  /// Finds the grid of a study.
  ///
  /// - Throws: `StudyError` where the study sweeps no learning rate or no ridge, sweeps several of
  ///   them to different values at once, does not follow chains after their entry, or has two arms
  ///   in one cell.
  init(_ study: Study) throws(StudyError) {
    func refusal(_ key: String, _ message: String) -> StudyError {
      StudyError(file: study.file, line: nil, key: key, message: message)
    }
    etaKeys = study.sweptKeys.filter { $0.hasSuffix(".eta") }
    lambdaKeys = study.sweptKeys.filter { $0.hasSuffix(".lambda") }
    otherKeys = study.sweptKeys.filter { !$0.hasSuffix(".eta") && !$0.hasSuffix(".lambda") }
    for (keys, symbol) in [(etaKeys, "eta"), (lambdaKeys, "lambda")] where keys.isEmpty {
      let found = study.sweptKeys.isEmpty ? "nothing" : study.sweptKeys.joined(separator: ", ")
      throw refusal(
        "sweep",
        "a map of regimes needs a key that ends in '.\(symbol)', such as schedule.1.\(symbol); this study sweeps \(found)"
      )
    }
    guard study.arms.allSatisfy({ $0.law.follow > 0 }) else {
      throw refusal(
        "event.follow",
        "expected at least 1: whether a chain collapses shows only while it is followed after its entry, found 0"
      )
    }
    let descents = Dictionary(
      study.arms.enumerated().filter { $0.element.law.rung == .gradientDescent }.map {
        ($0.element.stream, $0.offset)
      },
      uniquingKeysWith: { first, _ in first })
    for (index, arm) in study.arms.enumerated() {
      guard let eta = Self.value(of: etaKeys, in: arm),
        let lambda = Self.value(of: lambdaKeys, in: arm)
      else {
        let keys = Self.value(of: etaKeys, in: arm) == nil ? etaKeys : lambdaKeys
        throw refusal(
          "sweep",
          "\(keys.joined(separator: " and ")) have different values in arm \(index); a map has one axis for them, so "
            + "sweep one of them, or list points in which they are equal")
      }
      let place = Place(arm: index, eta: eta, lambda: lambda, descent: descents[arm.stream])
      if let twin = add(
        place, dynamics: arm.law.rung.name,
        settings: arm.swept.filter { otherKeys.contains($0.key) })
      {
        throw refusal(
          "sweep",
          "arms \(twin) and \(index) have the same learning rate and ridge; expected each cell of the map once"
        )
      }
    }
    for index in blocks.indices {
      blocks[index].places.sort { ($0.eta, $0.lambda) < ($1.eta, $1.lambda) }
    }
  }

  /// Puts an arm into its block; gives the arm that is in its place already.
  private mutating func add(_ place: Place, dynamics: String, settings: [Arm.SweptValue]) -> Int? {
    guard
      let index = blocks.firstIndex(where: { $0.dynamics == dynamics && $0.settings == settings })
    else {
      blocks.append(Block(dynamics: dynamics, settings: settings, places: [place]))
      return nil
    }
    if let twin = blocks[index].places.first(where: {
      ($0.eta, $0.lambda) == (place.eta, place.lambda)
    }) {
      return twin.arm
    }
    blocks[index].places.append(place)
    return nil
  }

  /// The value that all of these keys have in an arm; nil where they differ.
  private static func value(of keys: [String], in arm: Arm) -> Double? {
    let values = Set(arm.swept.filter { keys.contains($0.key) }.compactMap { Double($0.value) })
    return values.count == 1 ? values.first : nil
  }
}

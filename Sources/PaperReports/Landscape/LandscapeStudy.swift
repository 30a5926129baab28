import DeepLinear
import Ensemble
import Landscape
import Studies

/// The landscapes of a study: one for each point of its sweep and each lambda of its schedule, and
/// the branches of their minima over lambda.
public struct LandscapeStudy: Sendable {
  /// One landscape and where it stands in the study.
  public struct Place: Sendable {
    /// The swept keys and values, as the study has them.
    public let swept: [Arm.SweptValue]
    /// The landscape.
    public let landscape: Landscape
  }

  /// A branch and its sweep point.
  public struct FollowedBranch: Sendable {
    /// The index of the first place of its sweep point.
    public let place: Int
    /// The branch.
    public let branch: Branch
  }

  /// The study's name.
  public let name: String
  /// The landscapes, in the order of the sweep and of the schedule.
  public let places: [Place]
  /// The branches, each once: those of the study's own lambdas, then those that fits at a tenth and
  /// a hundredth of the smallest lambda find besides.
  public let branches: [FollowedBranch]
  /// The starts of each landscape.
  public let starts: Int

  /// The most starts.
  public static let mostStarts = 1_000_000
  /// How far below the smallest and above the largest lambda of a sweep point branches are
  /// followed, as a factor.
  static let reach = 1000.0

  /// Looks for the minima of all landscapes of a study and follows them.
  ///
  /// - Throws: `LandscapeError` where the study has no lambda above 0 or one out of range, or where
  ///   a network is too large for a dense Hessian: before any landscape is made.
  public init(_ study: Study, starts: Int, seed: UInt64, threads: Int) throws(LandscapeError) {
    var places: [Place] = []
    var branches: [FollowedBranch] = []
    var seen: Set<UInt32> = []
    var points: [(arm: Arm, settings: [LandscapeSetting])] = []
    for arm in study.arms where seen.insert(arm.stream).inserted {
      points.append((arm, try LandscapeSetting.all(of: arm.law, stream: arm.stream)))
    }
    for (arm, settings) in points {
      let first = places.count
      for setting in settings {
        places.append(
          Place(
            swept: arm.swept,
            landscape: Landscape(setting, starts: starts, seed: seed, threads: threads)))
      }
      branches += Self.branches(
        places[first...].map(\.landscape), place: first, seed: seed, threads: threads)
    }
    name = study.name
    self.places = places
    self.branches = branches
    self.starts = starts
  }

  /// The branches of the sweep point with this stream.
  func branches(of stream: UInt32) -> [Branch] {
    branches.filter { places[$0.place].landscape.setting.stream == stream }.map(\.branch)
  }

  /// The branches of one sweep point: a minimum that lies on a branch that was followed already is
  /// not followed again.
  private static func branches(_ own: [Landscape], place: Int, seed: UInt64, threads: Int)
    -> [FollowedBranch]
  {
    let ridges = own.map(\.setting.ridge)
    guard let first = own.first?.setting, let least = ridges.min(), let largest = ridges.max()
    else { return [] }
    // Minima that are gone at the study's lambda are there at smaller ones.
    let smaller = [least / 10, least / 100]
    let below = smaller.compactMap { ridge in
      (try? LandscapeSetting(
        law: first.law, ridge: ridge, learningRate: first.learningRate, stream: first.stream)).map {
          Landscape($0, starts: 0, seed: seed, threads: threads)
        }
    }
    let continuation = Continuation(
      range: (least / reach)...(largest * reach), marks: ridges + smaller)
    var branches: [FollowedBranch] = []
    for landscape in own + below {
      for (index, minimum) in landscape.minima.enumerated() {
        let isKnown = branches.contains { followed in
          followed.branch.marks.contains { mark in
            mark.ridge == landscape.setting.ridge
              && isSame(mark.product, minimum.point.product, scale: landscape.setting.loss.scale)
          }
        }
        guard !isKnown else { continue }
        branches.append(
          FollowedBranch(place: place, branch: continuation.branch(of: index, in: landscape)))
      }
    }
    return branches
  }

  private static func isSame(_ a: Matrix, _ b: Matrix, scale: Double) -> Bool {
    let square = zip(a.elements, b.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return square.squareRoot() <= 1e-6 * scale
  }
}

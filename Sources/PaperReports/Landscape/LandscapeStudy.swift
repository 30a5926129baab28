import DeepLinear
import Ensemble
import Landscape
import Studies

/// The landscapes of a study: one for each point of its sweep and each lambda of its schedule, and the branches of their minima over lambda.
public struct LandscapeStudy: Sendable {
  /// One landscape and where it stands in the study.
  public struct Place: Sendable {
    /// The swept keys and values, as the study has them.
    public let swept: [Arm.SweptValue]
    /// The landscape.
    public let landscape: Landscape
  }

  /// A branch and the place that it was followed from.
  public struct FollowedBranch: Sendable {
    /// The index of its place.
    public let place: Int
    /// The branch.
    public let branch: Branch
  }

  /// The study's name.
  public let name: String
  /// The landscapes, in the order of the sweep and of the schedule.
  public let places: [Place]
  /// The branches, each once, from the first landscape of its sweep point that has it.
  public let branches: [FollowedBranch]
  /// The starts of each landscape.
  public let starts: Int

  /// The most starts.
  public static let mostStarts = 1_000_000
  /// How far below the smallest lambda of a sweep point branches are followed, as a factor; twice as many decades above the largest.
  static let reach = 100.0

  /// Looks for the minima of all landscapes of a study and follows them.
  ///
  /// - Throws: `LandscapeError` where the study has no lambda above 0, or where a network is too large for a dense Hessian.
  public init(_ study: Study, starts: Int, seed: UInt64, threads: Int) throws(LandscapeError) {
    var places: [Place] = []
    var branches: [FollowedBranch] = []
    var seen: Set<UInt32> = []
    for arm in study.arms where seen.insert(arm.stream).inserted {
      let settings = try LandscapeSetting.all(of: arm.law, stream: arm.stream)
      let first = places.count
      for setting in settings {
        places.append(Place(swept: arm.swept, landscape: Landscape(setting, starts: starts, seed: seed, threads: threads)))
      }
      branches += Self.branches(places[first...])
    }
    name = study.name
    self.places = places
    self.branches = branches
    self.starts = starts
  }

  /// The branches of one sweep point's landscapes: a minimum that lies on a branch that was followed already is not followed again.
  private static func branches(_ places: ArraySlice<Place>) -> [FollowedBranch] {
    let ridges = places.map(\.landscape.setting.ridge)
    guard let least = ridges.min(), let largest = ridges.max() else { return [] }
    let continuation = Continuation(range: (least / reach)...(largest * reach * reach), marks: ridges)
    var branches: [FollowedBranch] = []
    for place in places.indices {
      let landscape = places[place].landscape
      for (index, minimum) in landscape.minima.enumerated() {
        let isKnown = branches.contains { followed in
          followed.branch.marks.contains { mark in
            mark.ridge == landscape.setting.ridge
              && isSame(mark.product, minimum.point.product, scale: landscape.setting.loss.scale)
          }
        }
        guard !isKnown else { continue }
        branches.append(FollowedBranch(place: place, branch: continuation.branch(of: index, in: landscape)))
      }
    }
    return branches
  }

  private static func isSame(_ a: Matrix, _ b: Matrix, scale: Double) -> Bool {
    let square = zip(a.elements, b.elements).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    return square.squareRoot() <= 1e-6 * scale
  }
}

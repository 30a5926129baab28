/// Standard normals by address: those of any step of any chain can be had without those before.
///
/// A step needs `count` normals in each of m substeps. Normal j of component q of step t is one
/// half of block
///
///     q 2^44 + t ceil(count / 2) + j / 2
///
/// of the chain's stream: the cosine half for even j, the sine half for odd j (`BoxMuller`). m = 1
/// takes component 0 as it is; at any other m the components become the normals of the substeps by
/// `SubstepRotation`, and add up to the same step.
public struct NormalDraws: Equatable, Sendable {
  /// The most substeps that a step may have.
  public static let mostSubsteps = 1 << 12
  /// The logarithm to the base 2 of the number of blocks of a component.
  static let componentBits: UInt64 = 44

  /// The number of normals of a substep.
  public let count: Int
  /// m, the number of substeps of a step.
  public let substeps: Int
  let rotation: SubstepRotation

  /// Draws of `count` normals in each of `substeps` substeps.
  ///
  /// - Precondition: `count` is at least 1 and `substeps` in 1...`mostSubsteps`.
  public init(count: Int, substeps: Int = 1) {
    precondition(count >= 1, "a step needs at least one normal")
    precondition(1...Self.mostSubsteps ~= substeps, "a step has 1 to \(Self.mostSubsteps) substeps")
    self.count = count
    self.substeps = substeps
    rotation = SubstepRotation(substeps: substeps)
  }

  /// Whether `steps` steps of `count` normals in each of `substeps` substeps have addresses: steps
  /// ceil(count / 2) <= 2^44.
  public static func fits(steps: Int, count: Int, substeps: Int) -> Bool {
    guard steps >= 0, count >= 1, 1...mostSubsteps ~= substeps else { return false }
    let (blocks, overflow) = steps.multipliedReportingOverflow(by: count / 2 + count % 2)
    return !overflow && blocks <= 1 << componentBits
  }

  /// ceil(count / 2), the number of blocks of a component of a step.
  var blocksPerStep: Int { count / 2 + count % 2 }

  /// The normals of step `step`, substep by substep: the definition, for a replay and for tests.
  ///
  /// - Parameter address: the chain's stream, of purpose `noise` (or `floor`).
  public func normals(step: Int, of address: StreamAddress) -> [[Double]] {
    var values: [[Double]] = (0..<substeps).map { component in
      (0..<count).map { normal in
        let index =
          UInt64(component) << Self.componentBits + UInt64(step * blocksPerStep + normal / 2)
        let pair: (cosine: Double, sine: Double) = BoxMuller.pair(address.words(index: index))
        return normal % 2 == 0 ? pair.cosine : pair.sine
      }
    }
    for normal in 0..<count {
      let rotated = rotation((0..<substeps).map { values[$0][normal] })
      for substep in 0..<substeps { values[substep][normal] = rotated[substep] }
    }
    return values
  }
}

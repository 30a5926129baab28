import DeepLinear
import Foundation
import Landscape
import Publishing

/// What `rankfall landscape` says and writes.
public struct LandscapeReport: Sendable {
  /// The landscapes.
  public let study: LandscapeStudy

  /// Makes a report.
  public init(_ study: LandscapeStudy) { self.study = study }

  /// The files that it writes, pictures aside.
  public static let tables = [
    "minima.csv", "branches.csv", "ends.csv", "convex.csv", "landscape.md",
  ]

  /// The document: minima, where they end, the conventions, the convex baseline.
  public var document: Document {
    Document(
      title: "Landscape of \(study.name)",
      paragraphs: [
        "Local minima of F(theta) = (c_data/2N) sum_k (A_k - a_k)^2 + (c_reg/2) lambda ||theta||^2, the loss whose gradient is the mean drift of "
          + "the chains, from gradient descent on \(study.starts) starts of the study's initial law, fits of every rank, and Newton's method. "
          + "That none is missed cannot be known. Minima of any hidden width >= min(d_in, d_out) are those of that width with zeros added."
      ],
      tables: [
        MinimaTable.table(study), BranchTables.ends(study), BranchTables.readings(study),
        ConvexTable.table(study),
      ],
      notes: notes)
  }

  /// Writes all tables and the pictures to a folder, which is made where it is missing.
  ///
  /// Every file is complete before the first is put in its place; where only pictures fail, the
  /// tables are put in place, and the error says so.
  public func write(to folder: ReportFolder, gnuplot: Gnuplot = Gnuplot()) throws {
    let points = BranchTables.points(study)
    let tables = [
      MinimaTable.table(study), points, BranchTables.ends(study), ConvexTable.table(study),
    ]
    try folder.write(
      tables.map { ReportFile($0) } + [
        ReportFile("landscape.md", text: document.text(in: .markdown))
      ],
      pictures: LandscapePictures.pictures(study, points), with: gnuplot, .named(stale: []))
  }

  private var notes: [String] {
    study.places.compactMap { place in
      let landscape = place.landscape
      var facts: [String] = []
      if landscape.carriedOn > 0 {
        facts.append(
          "gradient descent from \(landscape.carriedOn) starts had not come to rest when it was given up; Newton's method carried these on from the "
            + "balanced network of the same A")
      }
      if landscape.halved > 0 {
        facts.append(
          "\(landscape.halved) starts diverged at eta = \(TableText.csv(landscape.setting.learningRate)) and were let go with half of it, or less"
        )
      }
      if landscape.undecided > 0 {
        facts.append("\(landscape.undecided) starts led to no strict minimum")
      }
      if !landscape.convex.isOptimal {
        facts.append(
          "the convex baseline is not at its minimum after \(landscape.convex.steps) steps: its residual is above "
            + TableText.scientific(NuclearNormCompletion.tolerance, digits: 1))
      }
      let against =
        landscape.minima.map(\.point).count { $0.agreesWithTheorem == false }
        + landscape.saddles.count { $0.agreesWithTheorem == false }
      if against > 0 {
        facts.append("\(against) critical points are not of the kind that Theorem 3.1 gives them")
      }
      return facts.isEmpty
        ? nil : "At \(LandscapeColumns.name(place)): " + facts.joined(separator: "; ") + "."
    }
  }
}

import Foundation

/// Step curves with bands, such as survival curves (which begin at 1) and cumulative incidences
/// (which begin at 0), with the numbers at risk below.
public struct StepCurvePicture: Picture {
  /// The stem of the picture's files.
  public let name: String
  /// The file with the curves' rows, in the picture's folder.
  public let table: String
  /// The columns of that file; marks are where observations are censored.
  public let columns: PictureColumns
  /// The title.
  public let title: PictureText
  /// Lines below the title, in smaller letters.
  public let subtitle: [String]
  /// The name of the time axis.
  public let xLabel: PictureText
  /// The name of the other axis.
  public let yLabel: PictureText
  /// The height of every curve before its first row.
  public let start: Double
  /// Where the other axis ends; nil where the highest curve or band does.
  public let top: Double?
  /// Where the time axis ends.
  public let end: Double
  private let curves: [PictureCurve]
  private let strip: AtRiskStrip?

  /// The most curves that are drawn: 8 colours in 3 dash styles. Curves after these, and curves
  /// without rows, are left out.
  public static let mostCurves = PictureStyle.mostCurves

  /// Makes a picture.
  ///
  /// - Precondition: `end` is finite, and a strip has a row for each of `curves`.
  public init(
    name: String, table: String? = nil, columns: PictureColumns, curves: [PictureCurve],
    start: Double, top: Double? = nil,
    end: Double, title: PictureText, subtitle: [String] = [], xLabel: PictureText,
    yLabel: PictureText, atRisk: AtRiskStrip? = nil
  ) {
    precondition(
      end.isFinite && atRisk.map { $0.counts.count == curves.count } ?? true,
      "the strip needs a row for each curve")
    self.name = name
    self.table = table ?? name + ".csv"
    self.columns = columns
    self.start = start
    self.top = top
    self.end = end > 0 ? end : 1
    self.title = title
    self.subtitle = subtitle
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.curves = PictureCurve.drawn(curves)
    let kept = curves.indices.filter { !curves[$0].rows.isEmpty }.prefix(Self.mostCurves)
    strip = atRisk.map { all in
      AtRiskStrip(title: all.title, times: all.times, counts: kept.map { all.counts[$0] })
    }
  }

  /// The gnuplot program.
  public var program: String {
    let frame = PictureFrame(
      name: name, title: title, subtitle: subtitle, xLabel: xLabel, yLabel: yLabel,
      legend: PictureLegend(names: curves.map(\.name), strip: curves.isEmpty ? nil : strip))
    let axes = """
      set xrange [0:\(end)]
      set xtics \(AxisTicks.list(strip?.times ?? AxisTicks.upTo(end)))
      set yrange [0:\(top.map { "\($0 * 1.02)" } ?? (curves.isEmpty ? "1" : "*"))]
      """
    let each = "for [curve = 1:\(curves.count)] $curves index curve - 1 using"
    let drawn = [
      "\(each) 1:3:4 with filledcurves linestyle curve", "\(each) 1:2 with lines linestyle curve",
      "\(each) 1:5 with points linestyle curve linewidth 1",
    ]
    return frame.program(
      table: table, axes: axes, data: curves.isEmpty ? "" : data,
      curves: curves.isEmpty ? [PictureFrame.nothing] : drawn)
  }

  /// How gnuplot spells times: fixed, because it cannot read 1e+06 back from a text as a number,
  /// nor long numbers without a point; with nine digits of the axis.
  private var timeFormat: String { "%.\(min(40, max(1, 9 - Int(log10(end).rounded(.up)))))f" }

  private var data: String {
    func cell(_ column: Int?) -> String {
      column.map { "strcol(\($0)) eq '' ? -1 : column(\($0))" } ?? "-1"
    }
    let band = "\(cell(columns.band?.lower)), \(cell(columns.band?.upper))"
    return """
      \(PictureCurve.arrays(curves))
      array end[\(curves.count)] = [\(curves.map { "\($0.end ?? 0)" }.joined(separator: ", "))]

      # Steps with bands: each level is written twice, where it begins and where it ends, one block a curve.
      # Columns: time, level, lower, upper, and the height of a censoring mark (at most 60 marks a curve).
      fields = "(sprintf('\(timeFormat) %.9f %.9f %.9f %d', column(\(columns.x)), column(\(columns.y)), \(band), \
      \(columns.marks.map { "column(\($0)) > 0" } ?? "0")))"
      set print $curves
      do for [curve = 1:\(curves.count)] {
        set table $rows
        plot table skip 1 every stride[curve]::first[curve]::final[curve] using @fields with table, \\
             table skip 1 every ::final[curve]::final[curve] using @fields with table
        unset table
        level = '\(start) \(start) \(start)'
        marked = -\(end)
        time = 0
        print '0 ', level, ' NaN'
        do for [i = 1:|$rows|] {
          if (words($rows[i]) == 5) {
            row = $rows[i]
            time = real(word(row, 1))
            print word(row, 1), ' ', level, ' NaN'
            level = word(row, 2).' '.(real(word(row, 3)) < 0 ? 'NaN NaN' : word(row, 3).' '.word(row, 4))
            mark = real(word(row, 5)) > 0 && time - marked >= \(end) / 60.0
            if (mark) { marked = time }
            print word(row, 1), ' ', level, ' ', (mark ? word(row, 2) : 'NaN')
          }
        }
        if (time < end[curve]) { print sprintf('\(timeFormat) ', end[curve]), level, ' NaN' }
        print ''
        print ''
      }
      unset print
      set datafile separator whitespace
      """
  }
}

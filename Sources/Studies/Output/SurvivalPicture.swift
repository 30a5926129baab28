import Ensemble
import Foundation
import Publishing

/// `survival.gp`: a gnuplot program that draws the survival curves from `survival.csv` next to it.
struct SurvivalPicture {
  /// An arm's rows in `survival.csv`, counted from 0 after the header, and its horizon.
  struct Curve {
    let arm: Arm
    let rows: Range<Int>
  }

  /// The most curves that a picture can tell apart: 8 colours in 3 dash styles.
  static let mostCurves = 24
  /// The most points of a curve that are drawn; the table keeps all.
  static let mostPoints = 2000

  /// The colours of Okabe and Ito, which people who see colours differently can tell apart; yellow last, as it is faint on white.
  private static let colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000", "#F0E442"]
  private static let dashes = ["1", "(14,7)", "(3,5)"]

  let study: Study
  let curves: [Curve]

  /// The program's text.
  var program: String {
    let drawn = curves.filter { !$0.rows.isEmpty }.prefix(Self.mostCurves)
    let horizon = drawn.map { $0.arm.law.horizon }.max() ?? 1
    return """
      # Survival curves of the study \(study.name). Draw them again with:  gnuplot survival.gp
      # Reads survival.csv in the same folder; writes survival.svg and survival.png.

      arms = \(drawn.count)
      # Where each arm's rows begin and end in survival.csv, and every how many of them one is drawn.
      array first[arms] = \(list(drawn.map { String($0.rows.lowerBound) }))
      array final[arms] = \(list(drawn.map { String($0.rows.upperBound - 1) }))
      array stride[arms] = \(list(drawn.map { String(max(1, $0.rows.count / Self.mostPoints)) }))
      array horizon[arms] = \(list(drawn.map { String($0.arm.law.horizon) }))
      array name[arms]

      set macros
      # Steps with bands: each level is written twice, where it begins and where it ends, one block an arm.
      # Columns: time, survival, lower, upper, and the height of a censoring mark (at most 60 marks an arm).
      # (Fixed notation, because gnuplot cannot read 1e+06 back as a number.)
      fields = "(sprintf('%.1f %.9f %.9f %.9f %d', $2, $6, strcol(8) eq '' ? -1 : column(8), strcol(9) eq '' ? -1 : column(9), $5))"
      set datafile separator comma
      set print $curves
      do for [arm = 1:arms] {
        set table $rows
        plot 'survival.csv' skip 1 every stride[arm]::first[arm]::final[arm] using @fields with table, \\
             'survival.csv' skip 1 every ::final[arm]::final[arm] using @fields with table
        unset table
        level = '1 1 1'
        marked = -horizon[arm]
        time = 0
        print '0 ', level, ' NaN'
        do for [i = 1:|$rows|] {
          if (words($rows[i]) == 5) {
            row = $rows[i]
            time = real(word(row, 1))
            print word(row, 1), ' ', level, ' NaN'
            level = word(row, 2).' '.(real(word(row, 3)) < 0 ? 'NaN NaN' : word(row, 3).' '.word(row, 4))
            mark = real(word(row, 5)) > 0 && time - marked >= horizon[arm] / 60.0
            if (mark) { marked = time }
            print word(row, 1), ' ', level, ' ', (mark ? word(row, 2) : 'NaN')
          }
        }
        if (time < horizon[arm]) { print sprintf('%.15g ', horizon[arm]), level, ' NaN' }
        print ''
        print ''
      }
      unset print
      set datafile separator whitespace

      set title \(title(drawn: drawn.count)) font ',15'
      set xlabel "Time (steps)\(drawn.count == 1 ? "" : "\\n ")" font ',13'
      set ylabel \(heightLabel) font ',13'
      set xrange [0:\(horizon)]
      set yrange [0:1.02]
      set ytics 0.2
      set border 3 linecolor rgb '#444444'
      set tics nomirror out font ',11'
      set grid linecolor rgb '#e4e4e4' linetype 1 linewidth 0.6
      set rmargin 5
      \(key(drawn.map(\.arm)))

      # The colours of Okabe and Ito; after eight arms they come again, dashed.
      \(styles(drawn.map(\.arm)))

      set style fill transparent solid \(drawn.count > Self.colours.count ? 0.07 : 0.18) noborder
      curves = "for [arm = 1:arms] $curves index arm - 1 using 1:3:4 with filledcurves linestyle arm notitle, " \\
             . "for [arm = 1:arms] $curves index arm - 1 using 1:2 with lines linestyle arm title name[arm], " \\
             . "for [arm = 1:arms] $curves index arm - 1 using 1:5 with points linestyle arm linewidth 1 notitle"

      set terminal svg size 900,\(height(drawn.map(\.arm))) dynamic background '#ffffff' font 'Helvetica,Arial,sans-serif,12'
      set output 'survival.svg'
      plot @curves
      set terminal pngcairo size 1800,\(2 * height(drawn.map(\.arm))) background '#ffffff' font 'sans,12' fontscale 2 linewidth 2 pointscale 2
      set output 'survival.png'
      plot @curves
      unset output

      """
  }

  private func list(_ items: [String]) -> String { "[" + items.joined(separator: ", ") + "]" }

  private func styles(_ arms: [Arm]) -> String {
    arms.enumerated().map { index, arm in
      let colour = Self.colours[index % Self.colours.count]
      let dash = Self.dashes[index / Self.colours.count % Self.dashes.count]
      return """
        name[\(index + 1)] = \(Self.quoted(ArmWords.name(arm)))
        set style line \(index + 1) linecolor rgb '\(colour)' dashtype \(dash) linewidth 1.8 pointtype 1 pointsize 0.9
        """
    }.joined(separator: "\n")
  }

  /// The name and the convention, then the event and what the bands and marks are, in smaller letters.
  private func title(drawn: Int) -> String {
    let left = drawn < curves.count ? " The first \(drawn) of \(curves.count) arms are drawn." : ""
    let lines = [
      "\(study.name): \(ArmWords.conventions(study.arms))", "Event: \(ArmWords.event(study.arms)).",
      "Kaplan-Meier curves, 95 % log-log bands; + where chains are censored.\(left)",
    ]
    let texts = lines.map(Self.plain)
    return "\"\(texts[0])\\n{/=11 \(texts[1])}\\n{/=11 \(texts[2])}\""
  }

  private var heightLabel: String {
    let ranks = Set(study.arms.map(\.law.event.rank))
    return Self.quoted(
      ranks.count == 1 ? "Fraction of chains not yet in B_{\(ranks.first ?? 0)}" : "Fraction of chains without the event")
  }

  /// One curve is named inside the picture, several below it.
  private func key(_ arms: [Arm]) -> String {
    let place = arms.count == 1 ? "inside right top" : "below left Left reverse maxcols \(keyColumns(arms))"
    return "set key \(place) noenhanced samplen 3 font ',11'"
  }

  /// So many columns that the longest name fits.
  private func keyColumns(_ arms: [Arm]) -> Int {
    let longest = arms.map { ArmWords.name($0).count }.max() ?? 0
    return min(4, max(1, 110 / (longest + 8)))
  }

  /// The picture's height in points, with room for the names below it.
  private func height(_ arms: [Arm]) -> Int {
    let rows = (arms.count + keyColumns(arms) - 1) / keyColumns(arms)
    return 560 + (arms.count == 1 ? 0 : 20 * rows)
  }

  /// A gnuplot string that shows `text` to the letter where text is not enhanced.
  private static func quoted(_ text: String) -> String {
    "'" + String(text.map { $0.isNewline ? " " : $0 }).replacing("'", with: "''") + "'"
  }

  /// A text inside double quotes with the signs of gnuplot's enhanced mode shown as they are.
  private static func plain(_ text: String) -> String {
    text.map { "\\^_@&~{}".contains($0) ? "\\\\\($0)" : $0 == "\"" ? "\\\"" : String($0) }.joined()
  }
}

import AbsorbingSets
import Chains
import DeepLinear
import Ensemble
import Ladder
import Publishing

/// How arms and their laws are named to people.
enum ArmWords {
  /// What the event is, where all arms have the same.
  static func event(_ arms: [Arm]) -> String {
    guard let first = arms.first?.law,
      arms.allSatisfy({ ($0.law.event, $0.law.judge) == (first.event, first.judge) })
    else {
      return "first step in the absorbing set of the arm"
    }
    let set = first.event
    let words =
      "B_\(set.rank)(alpha = \(number(set.alpha)), epsilon1 = \(number(set.epsilon1)), epsilon2 = \(number(set.epsilon2)), "
      + "C = \(number(set.bound))), balance \(set.balance.rawValue)"
    return first.judge.kind?.event(words) ?? "first step in \(words)"
  }

  /// The set of an arm's event, short: `B_1`, or its basin where that is what chains are looked for
  /// in.
  static func set(_ law: ChainLaw) -> String {
    (law.judge == .state ? "" : "the basin of ") + "B_\(law.event.rank)"
  }

  /// The hidden widths of a network: one number where they are equal.
  static func widths(_ shape: NetworkShape) -> String {
    let widths = shape.hiddenWidths
    return Set(widths).count == 1
      ? "\(shape.largestHiddenWidth)" : widths.map(String.init).joined(separator: " x ")
  }

  /// The widths at which arms are compared, as a sentence.
  static func comparedWidths(_ arms: [Arm]) -> String {
    var widths: [String] = []
    for arm in arms where !widths.contains(Self.widths(arm.law.shape)) {
      widths.append(Self.widths(arm.law.shape))
    }
    return widths.count == 1
      ? "Arms are compared at hidden width \(widths[0])."
      : "Arms are compared within their sweep points, at the hidden widths \(widths.joined(separator: ", "))."
  }

  /// The conventions of the arms: one as a rule, several when they are swept.
  static func conventions(_ arms: [Arm]) -> String {
    let used = Convention.allCases.filter { convention in
      arms.contains { $0.law.convention == convention }
    }
    return (used.count == 1 ? "convention " : "conventions ")
      + used.map(\.rawValue).joined(separator: ", ")
  }

  /// A number in its shortest form, whole numbers without a point.
  static func number(_ value: Double) -> String { TableText.csv(value) }
}

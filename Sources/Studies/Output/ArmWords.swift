import AbsorbingSets
import DeepLinear
import Dynamics
import Ensemble
import Publishing

/// How arms and their laws are named to people.
enum ArmWords {
  /// The arm by what sets it apart: `sgd, network.depth = 3`.
  static func name(_ arm: Arm) -> String {
    ([arm.dynamics] + arm.swept.map { "\($0.key) = \($0.value)" }).joined(separator: ", ")
  }

  /// What the event is, where all arms have the same.
  static func event(_ arms: [Arm]) -> String {
    guard let first = arms.first?.law, arms.allSatisfy({ $0.law.event == first.event }) else {
      return "first step in the absorbing set of the arm"
    }
    let set = first.event
    return "first step in B_\(set.rank)(alpha = \(number(set.alpha)), epsilon1 = \(number(set.epsilon1)), "
      + "epsilon2 = \(number(set.epsilon2)), C = \(number(set.bound))), balance \(set.balance.rawValue)"
  }

  /// The conventions of the arms: one as a rule, several when they are swept.
  static func conventions(_ arms: [Arm]) -> String {
    let used = Convention.allCases.filter { convention in arms.contains { $0.law.convention == convention } }
    return (used.count == 1 ? "convention " : "conventions ") + used.map(\.rawValue).joined(separator: ", ")
  }

  /// A number in its shortest form, whole numbers without a point.
  static func number(_ value: Double) -> String { TableText.csv(value) }
}

import AbsorbingSets
import DeepLinear
import Ladder

/// A judge that looks at chains every so many steps, a multiple of 32, in place of testing their
/// weights at every step.
///
/// A judge is a file with a type of this protocol and a line in `Judge.kinds`. Studies, refusals
/// and names go by what is said here.
public protocol JudgeKind: Sendable {
  /// The key below a study's `event`.
  static var word: String { get }
  /// The options, in the order in which a plan's identity spells them.
  static var options: [KindOption] { get }

  /// The judge with values for all of its options, each within its domain.
  init(_ values: KindOption.Values)

  /// The steps from look to look.
  var every: Int { get }
  /// The earliest step at which an entry can be believed.
  var firstEntry: Int { get }
  /// Whether it asks where gradient descent leads from a chain.
  var asksDescent: Bool { get }
  /// Why no entry could count by the horizon, or why values do not go together, with the option at
  /// fault; nil where all is well.
  func fault(horizon: Int) -> (key: String, sentence: String)?
  /// What is timed, around the words for the set.
  func event(_ set: String) -> String
  /// Notes in a chain's watch what a look sees.
  func note(_ look: Look, in watch: inout PassageWatch)
}

extension JudgeKind {
  /// It does.
  public var asksDescent: Bool { true }
}

/// What a judge sees of a chain.
public struct Look {
  /// The chain's own weights.
  public let network: Network
  /// Where gradient descent leads from them, with eta and lambda of the step; nil for a judge that
  /// does not ask.
  public let rest: Descent.Rest?
  /// The step.
  public let step: Int
  /// The law of the chain.
  public let law: ChainLaw
}

extension Watch {
  /// How a chain is judged to be inside the event's set.
  public struct Judge: Hashable, Sendable {
    /// The judges that look. One that is added is added here.
    public static let kinds: [any JudgeKind.Type] = [Quench.self, Cores.self]
    /// By the chain's own weights, at every step.
    public static let state = Judge()

    /// The judge that looks; nil where the state is tested.
    public let kind: (any JudgeKind)?
    /// Its word; empty for the state.
    public let word: String
    /// The values of its options; nil for the state.
    public let values: KindOption.Values?
    /// The judge in a plan's identity: its word and the values of its options; empty for the state.
    public let identity: String

    private init() { (kind, word, values, identity) = (nil, "", nil, "") }

    /// A judge that looks.
    ///
    /// - Precondition: a value within its domain for every option.
    public init(_ kind: any JudgeKind.Type, _ values: KindOption.Values) {
      (self.kind, word, self.values) = (kind.init(values), kind.word, values)
      identity = ([kind.word] + kind.options.map { "\(values[$0.key])" }).joined(separator: " ")
    }

    /// The earliest step at which an entry can be believed.
    public var firstEntry: Int { kind?.firstEntry ?? 0 }
    /// The steps from look to look; nil where the chain's own weights are tested at every step.
    public var every: Int? { kind?.every }

    /// Whether both are the same judge with the same values.
    public static func == (a: Judge, b: Judge) -> Bool { a.identity == b.identity }

    /// Goes by the identity.
    public func hash(into hasher: inout Hasher) { hasher.combine(identity) }
  }
}

extension KindOption {
  /// The steps from look to look.
  static func every(_ spelling: Spelling) -> KindOption {
    KindOption(
      "every", "the steps from look to look, a multiple of 32", .spans, example: .whole(128),
      spelling: spelling)
  }
}

extension PassageWatch {
  /// Notes what a look sees, for a law that judges by looks.
  mutating func note(_ look: Look) { look.law.judge.kind?.note(look, in: &self) }
}

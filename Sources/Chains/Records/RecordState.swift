import DeepLinear

/// What has been recorded of a chain that is on its way.
public struct RecordState: Equatable, Sendable {
  /// The weights where an offshoot branches off that is still to be run.
  public struct Branch: Equatable, Sendable {
    /// The step.
    public let at: Int
    /// theta at it.
    public let network: Network

    /// Makes a branch.
    public init(at: Int, network: Network) {
      (self.at, self.network) = (at, network)
    }
  }

  /// What is there.
  public var record: ChainRecord
  /// Branches whose offshoots wait until the chain is over: narrow networks, which run best many
  /// side by side.
  public var branches: [Branch]

  /// Makes a state.
  public init(record: ChainRecord = .empty, branches: [Branch] = []) {
    (self.record, self.branches) = (record, branches)
  }

  /// Whether nothing has been recorded.
  public var isEmpty: Bool { record == .empty && branches.isEmpty }
}

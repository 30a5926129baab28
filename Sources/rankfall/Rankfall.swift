import ArgumentParser

@main
struct Rankfall: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rankfall",
    abstract: "Measures when SGD falls to lower rank in deep linear networks.")
}
